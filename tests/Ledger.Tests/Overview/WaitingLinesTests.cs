using System.Diagnostics;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Overview;

/// <summary>Many reports looked over at once are told the same as each by itself, by the same number of questions.</summary>
public sealed class WaitingLinesTests(FilledCity city) : IClassFixture<FilledCity>
{
    private static readonly AsyncLocal<int[]?> Asked = new();

    // Once for all tests, before the city is filled: EF Core asks only every second whether somebody listens.
    private static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Listeners());

    private readonly IDisposable listening = Listening;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_desk_says_of_each_report_what_its_own_page_says(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var reports = await ReportsAsync(scope.ServiceProvider, 20);
        var (sheets, look) = (scope.ServiceProvider.GetRequiredService<ReportSheets>(), scope.ServiceProvider.GetRequiredService<LookOver>());

        var lines = await scope.ServiceProvider.GetRequiredService<WaitingLines>().OfAsync(reports, Stop);

        lines.Select(l => l.Report.Id).ShouldBe(reports.Select(r => r.Id));
        foreach (var line in lines)
        {
            var alone = await sheets.OfAsync(line.Report.UnitId, line.Report.Period, Stop);
            line.Findings.Select(f => (f.Code, f.Indicator, f.Message.Chinese)).ShouldBe((await look.StoredAsync(alone, Stop)).Select(f => (f.Code, f.Indicator, f.Message.Chinese)), ignoreOrder: true);
            line.Lines.ShouldBe(alone.Lines.Count());
        }
    }

    [Theory, DatabaseData]
    public async Task The_questions_to_the_database_do_not_grow_with_the_reports(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var reports = await ReportsAsync(scope.ServiceProvider, 20);
        var lines = scope.ServiceProvider.GetRequiredService<WaitingLines>();

        // One that brings every kind of thing there is to ask about.
        var ids = reports.ConvertAll(r => r.Id);
        var proved = await scope.ServiceProvider.GetRequiredService<LuoshiDb>().Set<Evidence>().Where(e => ids.Contains(e.ReportId)).Select(e => e.ReportId).FirstAsync(Stop);
        var one = await CountAsync(() => lines.OfAsync([.. reports.Where(r => r.Id == proved)], Stop));
        var many = await CountAsync(() => lines.OfAsync(reports, Stop));

        reports.Count.ShouldBe(20);
        one.ShouldBeGreaterThan(0);
        many.ShouldBe(one);
    }

    [Theory, DatabaseData]
    public async Task Every_unit_that_owes_a_report_stands_where_its_report_is(DatabaseKind kind)
    {
        await using var scope = (await city.OnAsync(kind)).Scope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        var june = Period.OfMonth(2026, 6);

        var standings = await scope.ServiceProvider.GetRequiredService<UnitStandings>().OfAsync(june, Stop);

        var owing = await (
            from indicator in db.Set<Ledger.Indicators.Indicator>().Where(i => i.UnitId != null && !i.Retired)
            join item in db.Set<Ledger.Items.Item>() on indicator.ItemId equals item.Id
            join list in db.Set<Ledger.Lists.PromiseList>().Where(l => l.Year == 2026 && !l.Closed) on item.ListId equals list.Id
            select indicator.UnitId!.Value).Distinct().ToListAsync(Stop);
        standings.Select(s => s.Unit).ShouldBe(owing, ignoreOrder: true);
        var end = june.LastDay;
        var states = await db.Set<UnitReport>().Where(r => r.PeriodEnd == end).ToDictionaryAsync(r => r.UnitId, r => r.State, Stop);
        standings.Count(s => s.Standing == ReportStanding.NotReported).ShouldBe(owing.Count(u => !states.TryGetValue(u, out var state) || state == ReportState.Draft));
        standings.Count(s => s.Holder == Hand.Office).ShouldBe(states.Values.Count(s => s == ReportState.UnitApproved));
        standings.Count(s => s.Holder == Hand.UnitLeader).ShouldBe(states.Values.Count(s => s == ReportState.Submitted));
    }

    [Theory, DatabaseData]
    public async Task A_waiting_month_is_held_against_the_target_that_held_in_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("210", "205")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        var before = await FindingsAsync(office);

        await LowerAsync(office, new DateOnly(2025, 7, 1));
        (await FindingsAsync(office)).ShouldBe(before, "July's target is not June's");
        await LowerAsync(office, new DateOnly(2025, 6, 10));
        (await FindingsAsync(office)).ShouldNotBe(before, "a hundred times what was planned for June");
    }

    private static async Task LowerAsync(Office office, DateOnly from)
    {
        var indicator = (await office.IndicatorsAsync())[0];
        await using var db = LedgerDatabase.Open(office.Database);
        var version = await db.Set<Target>().CountAsync(t => t.IndicatorId == indicator.Id, Stop) + 1;
        db.Add(new Target { IndicatorId = indicator.Id, Version = version, Promised = 2, From = from, At = DateTime.UtcNow, Decision = "海政办〔2025〕7号", Reason = "调整" });
        await db.SaveChangesAsync(Stop);
    }

    private static async Task<List<string>> FindingsAsync(Office office)
    {
        var report = await office.LatestAsync();
        var line = (await office.DoAsync((WaitingLines lines) => lines.OfAsync([report], Stop))).ShouldHaveSingleItem();
        return [.. line.Findings.Select(f => f.Code + f.Message.Chinese)];
    }

    private static Task<List<UnitReport>> ReportsAsync(IServiceProvider services, int most)
    {
        var end = new DateOnly(2026, 6, 30);
        return services.GetRequiredService<LuoshiDb>().Set<UnitReport>().AsNoTracking().Where(r => r.PeriodEnd == end).OrderBy(r => r.Id).Take(most).ToListAsync(Stop);
    }

    private async Task<int> CountAsync(Func<Task> work)
    {
        listening.ShouldNotBeNull();
        var mine = Asked.Value = [0];
        await work();
        Asked.Value = null;
        return mine[0];
    }

    /// <summary>Counts the commands of the test that asks, though others run beside it.</summary>
    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this, name => name == Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuting.Name);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Asked.Value is { } count)
                count[0]++;
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
