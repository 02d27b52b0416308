using Luoshi.Platform.Journal;
using Luoshi.Platform.Tests.Storage;
using Luoshi.Testing.Clocks;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Journal;

public sealed class JournalWritingTests
{
    [Theory, DatabaseData]
    public async Task A_change_is_stored_with_who_when_why_and_both_values(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("老旧小区改造", 216m);
        db.Add(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        sample.Amount = 200m;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var history = await HistoryAsync(database, sample.Id);

        history.Count.ShouldBe(2);
        var newest = history[0];
        newest.ActorName.ShouldBe("督查室 综合科科员");
        newest.PostId.ShouldBe(SampleDatabase.Clerk.PostId);
        newest.At.ShouldBe(new DateTime(2026, 6, 30, 4, 0, 0, DateTimeKind.Utc));
        newest.ProcessCode.ShouldBe("sample.work");
        newest.Purpose.ShouldBe("补录");
        newest.Basis.ShouldBe("海政办发〔2026〕3号");
        newest.Subject.ShouldBe("sample_samples");
        newest.Values.ShouldBe([new HistoryValue("Amount", "216", "200")]);
        history[1].Values.ShouldContain(new HistoryValue("Name", Before: null, "\"老旧小区改造\""));
        history[1].Values.ShouldContain(new HistoryValue("State", Before: null, "\"Final\""));
        history[1].Values.ShouldContain(new HistoryValue("Period", Before: null, "\"2026-H1\""));
    }

    [Theory, DatabaseData]
    public async Task A_thing_came_to_be_with_its_first_change_however_many_followed(DatabaseKind kind)
    {
        var clock = FakeClock.At(2026, 6, 30);
        await using var database = await SampleDatabase.CreateAsync(kind, clock);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("x", 0);
        db.Add(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        for (var i = 1; i <= 3; i++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            sample.Amount = i;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var scope = database.Scope();
        var journal = scope.ServiceProvider.GetRequiredService<JournalHistory>();
        (await journal.FirstAsync(sample.Id, TestContext.Current.CancellationToken)).ShouldBe(new DateTime(2026, 6, 30, 4, 0, 0, DateTimeKind.Utc));
        (await journal.FirstAsync(Guid.CreateVersion7(), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task Nothing_changes_outside_a_process(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Add(Samples.Made("x", 1));

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("Sample");
        (await db.Set<Sample>().AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Theory, DatabaseData]
    public async Task A_removed_row_leaves_its_last_values(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("x", 7);
        db.Add(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.Remove(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var history = await HistoryAsync(database, sample.Id);

        history[0].Values.ShouldContain(new HistoryValue("Amount", "7", After: null));
    }

    [Theory, DatabaseData]
    public async Task Lists_and_values_inside_a_row_are_told_too(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("x", 7);
        db.Add(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        sample.Tags.Add("医疗");
        sample.Place.Street = "云栖路";
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var values = (await HistoryAsync(database, sample.Id))[0].Values;

        values.ShouldContain(new HistoryValue("Tags", "[]", "[\"医疗\"]"));
        values.Single(value => value.Property == "Place").After.ShouldBe("{\"Street\":\"云栖路\"}");
        values.Single(value => value.Property == "Place").Before.ShouldBe("{\"Street\":\"未填\"}");
    }

    [Theory, DatabaseData]
    public async Task A_secret_is_told_to_have_changed_and_never_written_down(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("x", 7);
        sample.Secret = "first-secret";
        db.Add(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        sample.Secret = "second-secret";
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var history = await HistoryAsync(database, sample.Id);

        history[0].Values.ShouldBe([new HistoryValue("Secret", "\"***\"", "\"***\"")]);
        history.SelectMany(entry => entry.Values).ShouldNotContain(value => (value.Before + value.After).Contains("secret", StringComparison.Ordinal));
    }

    [Theory, DatabaseData]
    public async Task A_refused_save_writes_no_journal_and_a_second_try_writes_one(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        var sample = Samples.Made("x", 7);
        var orphan = new SamplePart { SampleId = sample.Id };
        db.Add(orphan);
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        db.Add(sample);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await HistoryAsync(database, sample.Id)).Count.ShouldBe(1);
        (await HistoryAsync(database, orphan.Id)).Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task The_journal_cannot_be_edited_through_the_context(DatabaseKind kind)
    {
        await using var database = await SampleDatabase.CreateAsync(kind);
        await using var db = database.OpenForWork();
        db.Add(Samples.Made("x", 7));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.Remove(await db.Set<JournalEvent>().SingleAsync(TestContext.Current.CancellationToken));

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(TestDatabase database, Guid subject)
    {
        await using var scope = database.Scope();
        return await scope.ServiceProvider.GetRequiredService<JournalHistory>().OfAsync([subject], cancellation: TestContext.Current.CancellationToken);
    }
}
