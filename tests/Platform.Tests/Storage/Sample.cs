using Luoshi.Kernel.Time;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Clocks;
using Luoshi.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Storage;

internal enum SampleState
{
    Draft,
    Final,
}

internal sealed class Sample : EditableEntity
{
    public static readonly ProcessKind Work = new("sample.work", "试办", "Work on a sample");

    public required string Name { get; set; }

    public decimal Amount { get; set; }

    public DateOnly Day { get; set; }

    public DateTime At { get; set; }

    public Period Period { get; set; }

    public SampleState State { get; set; }

    [JournalHidden]
    public string? Secret { get; set; }

    public List<string> Tags { get; set; } = [];

    public SamplePlace Place { get; set; } = new() { Street = "未填" };
}

internal sealed class SamplePlace
{
    public required string Street { get; set; }
}

internal sealed class SamplePart : Entity
{
    public required Guid SampleId { get; init; }
}

internal static class SampleDatabase
{
    public static readonly Actor Clerk = new() { Name = "督查室 综合科科员", PostId = Guid.CreateVersion7(), AccountId = Guid.CreateVersion7() };

    public static Task<TestDatabase> CreateAsync(DatabaseKind kind, FakeClock? clock = null) => TestDatabase.CreateAsync(kind, (services, options) => services
        .AddSingleton<TimeProvider>(clock ?? FakeClock.At(2026, 6, 30))
        .AddPlatform(options)
        .AddModelPart("sample", model => model
            .Table<Sample>("samples", sample => sample.ComplexProperty(s => s.Place))
            .Table<SamplePart>("parts", part => part.HasOne<Sample>().WithMany().HasForeignKey(p => p.SampleId))));

    /// <summary>A context in which a clerk is at work.</summary>
    public static LuoshiDb OpenForWork(this TestDatabase database)
    {
        var db = database.Open();
        db.Begin(Sample.Work, Clerk, "补录", "海政办发〔2026〕3号");
        return db;
    }
}
