using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Items.Assigning;
using Luoshi.Ledger.Overview.Bulk;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Keeping;
using Luoshi.Ledger.Overview.Leading;
using Luoshi.Ledger.Overview.Pages;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Overview;

/// <summary>The overview in its views, what the office does from it, and what each person keeps of it.</summary>
internal static class OverviewRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/overview", ShowAsync);
        pages.MapPost("/overview/bulk", BulkAsync);
        pages.MapPost("/overview/filters", KeepAsync);
        pages.MapPost("/overview/filters/{id:guid}/drop", DropAsync);
        pages.MapPost("/overview/columns", ColumnsAsync);
        pages.MapGet("/leader", LeaderAsync);
        UnitsRoutes.Map(pages);
    }

    private static async Task<IResult> ShowAsync(OverviewViews views, RowsSheet sheet, PageModel<OverviewView> model, HttpContext context)
    {
        var query = context.Request.Query;
        _ = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        var sort = query["sort"].ToString();
        var view = await views.OfAsync(
            new OverviewAsk(OverviewFilter.From(query), Chosen<ViewKind>(query["view"]), Chosen<BoardBy>(query["by"]), sort.Length == 0 ? null : sort, page),
            context.RequestAborted);
        return query["format"].ToString() is "xlsx" or "csv"
            ? await sheet.DownloadAsync(view, query["format"].ToString(), context.RequestAborted)
            : LedgerRoutes.Show<OverviewPage, OverviewView>(model, view);
    }

    private static async Task<IResult> BulkAsync(LedgerAccess access, BulkActions bulk, UnitNames names, PageModel<BulkResult> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var typed = await context.Request.ReadFormAsync(cancellation);
        var (form, picks) = (FormState.From(typed), Pick.Parse(typed["pick"]));
        var back = Back(form["query"]);
        var (title, outcome) = form["do"] switch
        {
            "remind" => (OverviewTexts.Remind, await bulk.RemindAsync(picks, form["word"], acting, cancellation)),
            "decide" => (OverviewTexts.Decide, await bulk.DecideAsync(picks, LightRoutes.Chosen<Progress>(form["progress"]), LightRoutes.Chosen<Light>(form["decided"]), form["why"], acting, cancellation)),
            "assign" => (OverviewTexts.Assign, await AssignAsync(picks, form, bulk, names, acting, cancellation)),
            _ => (OverviewTexts.BulkTitle, LedgerRefusals.NotFound),
        };
        if (picks.Count == 0)
            outcome = new Refusal("bulk.nothing_picked", OverviewTexts.NothingPicked.Chinese, OverviewTexts.NothingPicked.English);
        return Done(title, outcome, back, model);
    }

    private static async Task<Outcome<IReadOnlyList<BulkLine>>> AssignAsync(IReadOnlyList<Pick> picks, FormState form, BulkActions bulk, UnitNames names, ActingPerson acting, CancellationToken cancellation)
    {
        Guid? lead = null;
        if (form["lead"].Length > 0)
        {
            if (!(await names.FindAsync("lead", [form["lead"]], cancellation)).TryGet(out var found, out var unknown))
                return unknown;
            lead = found[0];
        }

        return await bulk.AssignAsync(picks, lead, Guid.TryParse(form["post"], out var post) ? post : null, form["reason"], form["basis"], acting, cancellation);
    }

    /// <summary>What became of each row; a refusal of the whole says itself and leads back.</summary>
    public static IResult Done(Words title, Outcome<IReadOnlyList<BulkLine>> outcome, string back, PageModel<BulkResult> model)
    {
        if (!outcome.TryGet(out var lines, out var refusal))
            lines = [new BulkLine(title.Chinese, back, Done: null, refusal)];
        return LedgerRoutes.Show<BulkPage, BulkResult>(model, new BulkResult(title, lines, back), lines.Any(l => l.Refusal is null) ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> KeepAsync(LedgerAccess access, KeepView keep, PageModel<BulkResult> model, HttpContext context)
    {
        var form = FormState.From(await context.Request.ReadFormAsync(context.RequestAborted));
        if (access.Person is not { } person)
            return LedgerRoutes.Refused(LedgerRefusals.NotAllowed);
        var kept = await keep.FilterAsync(person, form["name"], form["query"], context.RequestAborted);
        return kept.IsOk ? Results.Redirect(Back(form["query"])) : Done(OverviewTexts.KeepThis, kept.Refusal, Back(form["query"]), model);
    }

    private static async Task<IResult> DropAsync(Guid id, LedgerAccess access, KeepView keep, HttpContext context)
    {
        var form = FormState.From(await context.Request.ReadFormAsync(context.RequestAborted));
        if (access.Person is not { } person)
            return LedgerRoutes.Refused(LedgerRefusals.NotAllowed);
        await keep.DropAsync(person, id, context.RequestAborted);
        return Results.Redirect(Back(form["query"]));
    }

    private static async Task<IResult> ColumnsAsync(LedgerAccess access, KeepView keep, HttpContext context)
    {
        var typed = await context.Request.ReadFormAsync(context.RequestAborted);
        if (access.Person is not { } person)
            return LedgerRoutes.Refused(LedgerRefusals.NotAllowed);
        await keep.ColumnsAsync(person, RowColumns.Parse(string.Join(',', typed["column"].OfType<string>())), context.RequestAborted);
        return Results.Redirect(Back(typed["query"].ToString()));
    }

    private static async Task<IResult> LeaderAsync(Guid? post, string? month, LeaderViews views, PageModel<LeaderView> model, HttpContext context) =>
        LedgerRoutes.Show<LeaderPage, LeaderView>(model, await views.OfAsync(post, LedgerRoutes.PeriodOf(month) is { Months: 1 } period ? period : null, context.RequestAborted));

    /// <summary>The rows somebody came from: only ever the overview's own page with another query.</summary>
    public static string Back(string query, string path = OverviewPaths.Overview) => path + (query.StartsWith('?') ? Link.Change(new QueryString(query)) : "");

    private static T Chosen<T>(Microsoft.Extensions.Primitives.StringValues text)
        where T : struct, Enum => LightRoutes.Chosen<T>(text.ToString()) ?? default;
}
