using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Targets;
using Luoshi.Ledger.TaskSheets;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Items;

/// <summary>What does not fit its column is told at its field, never by the database.</summary>
public sealed class LengthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_text_that_is_too_long_is_told_at_its_field(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using var db = office.Database.Open();
        var item = await db.Set<Item>().SingleAsync(Stop);
        var edit = new TaskEdit { ItemId = item.Id, SeenVersion = item.RowVersion };
        await IsTooLongAsync("location", text => EditAsync(edit with { Location = text }), Item.MaxLocation);
        await IsTooLongAsync("basis", text => EditAsync(edit with { PolicyBasis = text }), Item.MaxBasis);
        await IsTooLongAsync("summary", text => EditAsync(edit with { PublicSummary = text }), Item.MaxSummary);
        await IsTooLongAsync("decision", text => EditAsync(edit with { Decision = text }), Target.MaxDecision);
        await IsTooLongAsync("reason", text => EditAsync(edit with { Reason = text }), Target.MaxReason);

        var indicator = (await office.IndicatorsAsync())[0];
        var plan = new WantedPlan { IndicatorId = indicator.Id, SeenVersion = indicator.RowVersion, Amounts = new Dictionary<int, decimal> { [12] = 216 }, Decision = "海政办〔2025〕7号", Reason = "工期提前" };
        await IsTooLongAsync("decision", text => PlanAsync(plan with { Decision = text }), Target.MaxDecision);
        await IsTooLongAsync("reason", text => PlanAsync(plan with { Reason = text }), Target.MaxReason);

        var change = new TargetChange { IndicatorId = indicator.Id, SeenVersion = 1, Promised = 160, Decision = "海政办〔2025〕7号", Reason = "追加" };
        await IsTooLongAsync("decision", text => ChangeAsync(change with { Decision = text }), Target.MaxDecision);
        await IsTooLongAsync("wording", text => ChangeAsync(change with { Wording = text }), Target.MaxWording);

        // What just fits is stored on both databases.
        (await ChangeAsync(change with { Decision = new string('决', Target.MaxDecision) })).ShouldBeNull();
        (await EditAsync(edit with { Location = new string('路', Item.MaxLocation), PolicyBasis = new string('据', Item.MaxBasis), PublicSummary = new string('要', Item.MaxSummary) })).ShouldBeNull();

        async Task<Refusal?> EditAsync(TaskEdit wanted) => (await office.DoAsync((EditTask handler) => handler.RunAsync(wanted, office.Officer, Stop))).Refusal;
        async Task<Refusal?> PlanAsync(WantedPlan wanted) => (await office.DoAsync((SetPlan handler) => handler.RunAsync(wanted, office.Officer, Stop))).Refusal;
        async Task<Refusal?> ChangeAsync(TargetChange wanted) => (await office.DoAsync((ChangeTarget handler) => handler.RunAsync(wanted, office.Officer, Stop))).Refusal;
    }

    private static async Task IsTooLongAsync(string field, Func<string, Task<Refusal?>> write, int most)
    {
        var refusal = (await write(new string('长', most + 1))).ShouldNotBeNull(field);
        (refusal.Code, refusal.Where).ShouldBe(("ledger.too_long", field));
    }
}
