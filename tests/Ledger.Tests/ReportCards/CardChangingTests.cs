using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Targets;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.ReportCards;

/// <summary>A card and the ledger never differ in silence: not in a draft, not on the public page.</summary>
public sealed class CardChangingTests
{
    private static readonly Period Half = Period.OfHalf(2025, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_draft_is_held_against_the_ledger_as_it_is_now(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var id = await WriteAsync(office);
        await CorrectAsync(office, "96");

        var view = await ViewAsync(office, id);

        view.Changes.ShouldContain(c => c.Old == "196个" && c.New == "96个" && c.Item == 1);
        view.Problems.ShouldContain(p => p.Message.Chinese.Contains("196个", StringComparison.Ordinal));
        (await PublishAsync(office, id)).ShouldNotBeNull().Where.ShouldBe(PublishCard.Held);
        // Who types what is true is not told that it is false.
        (await EditAsync(office, id, view.Card.Text.Replace("196个", "96个", StringComparison.Ordinal).Replace("90.7%", "44.4%", StringComparison.Ordinal).Replace("超额完成上半年计划任务", "按计划有序推进", StringComparison.Ordinal))).ShouldBeNull();
        (await ViewAsync(office, id)).Problems.Select(p => p.Message.Chinese).ShouldBeEmpty();
        (await PublishAsync(office, id)).ShouldBeNull();
        (await ViewAsync(office, id)).Figures.ShouldContain(f => f.Printed == "96个", "what goes out is kept with what it was checked against");
    }

    [Theory, DatabaseData]
    public async Task What_changed_comes_into_an_edited_draft_and_nothing_people_did_is_lost(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var id = await WriteAsync(office);
        var text = (await ViewAsync(office, id)).Card.Text;
        (await EditAsync(office, id, text.Replace("全面铺开", "各小区全面铺开，群众满意", StringComparison.Ordinal).Replace("开工196个", "已经开工196个", StringComparison.Ordinal) + "\n感谢市民的理解和支持。")).ShouldBeNull();
        await PhotoAsync(office, id);
        await CorrectAsync(office, "96");

        (await WriteAsync(office)).ShouldBe(id);

        var view = await ViewAsync(office, id);
        view.Card.Text.ShouldContain("已经开工96个，占年度工作计划216个的44.4%。各小区全面铺开，群众满意。");
        view.Card.Text.ShouldEndWith("感谢市民的理解和支持。");
        view.Problems.Select(p => p.Message.Chinese).ShouldBeEmpty();
        view.Changes.ShouldBeEmpty();
        view.Photos.Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task A_text_that_was_written_over_can_be_taken_back(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var id = await WriteAsync(office);
        var generated = (await ViewAsync(office, id)).Card.Text;
        var edited = generated + "\n感谢市民的理解和支持。";
        (await EditAsync(office, id, edited)).ShouldBeNull();
        await PhotoAsync(office, id);

        await WriteAsync(office, anew: true);

        var view = await ViewAsync(office, id);
        (view.Card.Text, view.Card.FormerText, view.Photos.Count).ShouldBe((generated, edited, 1));
        (await office.DoAsync((EditCard edit) => edit.TakeBackAsync(id, view.Card.RowVersion, office.Officer, Stop))).Refusal.ShouldBeNull();
        view = await ViewAsync(office, id);
        (view.Card.Text, view.Card.FormerText).ShouldBe((edited, generated));
    }

    [Theory, DatabaseData]
    public async Task A_published_card_tells_of_every_correction_and_leads_to_the_edition_that_makes_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var first = await WriteAsync(office);
        (await EditAsync(office, first, (await ViewAsync(office, first)).Card.Text + "\n感谢市民的理解和支持。")).ShouldBeNull();
        await PhotoAsync(office, first);
        (await PublishAsync(office, first)).ShouldBeNull();
        (await ViewAsync(office, first)).Corrections.ShouldBeEmpty();
        (await StepsAsync(office)).Stale.ShouldBeFalse();
        var indicator = (await office.IndicatorsAsync())[0].Id;

        (await office.MoveAsync(ReportAction.Return, office.Officer, "多报100个")).Refusal.ShouldBeNull();
        (await OriginAsync(office, first, indicator)).Standing.ShouldBe(OriginStanding.Returned);
        await AgainAsync(office, "96");

        var stale = await ViewAsync(office, first);
        var correction = stale.Corrections.Single(c => c.Change.As == PrintedAs.Amount);
        (correction.Change.Old, correction.Change.New).ShouldBe(("196个", "96个"));
        correction.At.ShouldNotBeNull().ShouldBeGreaterThan(stale.Card.PublishedAt!.Value);
        (await StepsAsync(office)).Stale.ShouldBeTrue();
        var origin = await OriginAsync(office, first, indicator);
        (origin.Standing, origin.Corrections.Count).ShouldBe((OriginStanding.Accepted, 2));

        var second = await WriteAsync(office);
        second.ShouldNotBe(first);
        var draft = await ViewAsync(office, second);
        draft.Card.Text.ShouldEndWith("感谢市民的理解和支持。", customMessage: "a correction keeps what was written for the first edition");
        draft.Photos.Count.ShouldBe(1);
        (await StepsAsync(office)).Stale.ShouldBeFalse("the correction is being written");
        (await PublishAsync(office, second)).ShouldBeNull();

        var corrected = await ViewAsync(office, second);
        (corrected.Edition!.Number, corrected.Former!.Id, corrected.Newest).ShouldBe((2, first, null));
        corrected.SinceFormer.ShouldContain(c => c.Old == "196个" && c.New == "96个");
        corrected.Corrections.ShouldBeEmpty();
        (await ViewAsync(office, first)).Newest!.Id.ShouldBe(second);
    }

    [Theory, DatabaseData]
    public async Task A_lock_is_no_correction_and_gives_none_its_day(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        var id = await WriteAsync(office);
        (await PublishAsync(office, id)).ShouldBeNull();
        var indicator = (await office.IndicatorsAsync())[0].Id;
        (await office.DoAsync((ChangeTarget change) => change.RunAsync(
            new TargetChange { IndicatorId = indicator, SeenVersion = 1, Promised = 150, Bound = Bound.AtLeast, WorkingPlan = 280, From = new DateOnly(2025, 6, 1), Decision = "海政办〔2025〕19号", Reason = "新增片区" },
            office.Officer))).Refusal.ShouldBeNull();
        var at = (await ViewAsync(office, id)).Corrections.Single(c => c.Change.As == PrintedAs.OfPlan).At.ShouldNotBeNull();

        (await office.MoveAsync(ReportAction.Lock, office.Officer)).Refusal.ShouldBeNull();

        (await ViewAsync(office, id)).Corrections.Single(c => c.Change.As == PrintedAs.OfPlan).At.ShouldBe(at);
    }

    [Theory, DatabaseData]
    public async Task A_plan_that_was_lowered_is_told_with_both_shares_wherever_it_stands(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("120");
        var first = await WriteAsync(office);
        (await PublishAsync(office, first)).ShouldBeNull();
        var indicator = (await office.IndicatorsAsync())[0].Id;
        (await office.DoAsync((ChangeTarget change) => change.RunAsync(
            new TargetChange { IndicatorId = indicator, SeenVersion = 1, Promised = 150, Bound = Bound.AtLeast, WorkingPlan = 160, From = new DateOnly(2025, 6, 1), Decision = "海政办〔2025〕18号", Reason = "部分小区并入片区改造" },
            office.Officer))).Refusal.ShouldBeNull();

        var view = await ViewAsync(office, await WriteAsync(office));

        view.Card.Text.ShouldContain("开工120个，占年度工作计划160个的75%，占原计划216个的55.6%。年计划由216个调整为160个（海政办〔2025〕18号）。");
        view.Problems.Select(p => p.Message.Chinese).ShouldBeEmpty();
        var origin = await OriginAsync(office, first, indicator);
        (origin.Targets[1].Decision, origin.Targets[1].Reason).ShouldBe(("海政办〔2025〕18号", "部分小区并入片区改造"));
        (await ViewAsync(office, first)).Corrections.Where(c => c.Change.As != PrintedAs.Count).Select(c => (c.Change.As, c.Change.Old, c.Change.New))
            .ShouldBe([(PrintedAs.Plan, "216个", "160个"), (PrintedAs.OfPlan, "55.6%", "75%")], "the former plan printed beside the new one is no correction");
        var goals = (await office.DoAsync((Ledger.TaskSheets.TaskSheetBook book) => book.OfAsync(office.List, Stop))).ShouldNotBeNull();
        Ledger.TaskSheets.PrintedTasks.Of(goals, open: true).Items[0].Goals[0].Text.ShouldContain("150个以上（原200个以上）");
        var shown = (await office.IndicatorsAsync())[0].ItemId;
        var item = (await office.DoAsync((ItemViews views) => views.OfAsync(shown, new Platform.Ui.FormState(), Stop))).ShouldNotBeNull();
        var promised = item.Indicators.Single(s => s.Line.Facts.Indicator.Id == indicator).Promised;
        (promised[4], promised[5]).ShouldBe((200m, 150m), "months before the decision keep their line");
    }

    private static Task<Guid> WriteAsync(Office office, bool anew = false) => office.DoAsync(async (WriteCard write) => (anew ? await write.AnewAsync(office.List, Half, AssessmentRules.Default, office.Officer, Stop) : await write.RunAsync(office.List, Half, AssessmentRules.Default, office.Officer, Stop)).Value);

    private static async Task<CardView> ViewAsync(Office office, Guid id) => (await office.DoAsync((CardViews views) => views.OfAsync(id, form: null, Stop))).ShouldNotBeNull();

    private static async Task<OriginView> OriginAsync(Office office, Guid card, Guid indicator) => (await office.DoAsync((OriginViews views) => views.OfAsync(card, indicator, Stop))).ShouldNotBeNull();

    private static async Task<Kernel.Outcomes.Refusal?> EditAsync(Office office, Guid id, string text)
    {
        var seen = (await ViewAsync(office, id)).Card.RowVersion;
        return (await office.DoAsync((EditCard edit) => edit.RunAsync(id, seen, text, office.Officer, Stop))).Refusal;
    }

    private static async Task<Kernel.Outcomes.Refusal?> PublishAsync(Office office, Guid id)
    {
        var seen = (await ViewAsync(office, id)).Card.RowVersion;
        return (await office.DoAsync((PublishCard publish) => publish.RunAsync(id, seen, office.Officer, Stop))).Refusal;
    }

    private static async Task<ListSteps> StepsAsync(Office office)
    {
        await using var db = office.Database.Open();
        var cards = await db.Set<Card>().AsNoTracking().Where(c => c.ListId == office.List).ToListAsync(Stop);
        return await office.DoAsync((ListStepViews steps) => steps.OfAsync(office.List, 1, 2, Office.June, cards, Stop));
    }

    /// <summary>The office sends the accepted report back and accepts another number.</summary>
    private static async Task CorrectAsync(Office office, string started)
    {
        (await office.MoveAsync(ReportAction.Return, office.Officer, "数字有误")).Refusal.ShouldBeNull();
        await AgainAsync(office, started);
    }

    private static async Task AgainAsync(Office office, string started)
    {
        (await office.ReportAsync(started, seen: (await office.LatestAsync()).RowVersion, reason: "核减")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();
    }

    private static async Task PhotoAsync(Office office, Guid card)
    {
        var shot = await CardPhotoTests.AttachAsync(office);
        (await office.DoAsync((ChoosePhotos choose) => choose.RunAsync(card, [new WantedPhoto(shot, "改造后的小区门口")], office.Officer, Stop))).Refusal.ShouldBeNull();
    }
}
