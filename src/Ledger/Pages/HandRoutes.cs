using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Commitments.Adding;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>Categories, promises and plans by hand.</summary>
internal static class HandRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/lists/{id:guid}/commitments", AddAsync);
        pages.MapPost("/lists/{id:guid}/commitments/change", ChangeAsync);
        pages.MapPost("/indicators/{id:guid}/plan", PlanAsync);
    }

    private static async Task<IResult> AddAsync(Guid id, LedgerAccess access, AddCommitment add, ListViews views, PageModel<ListView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("bundle", "1");
        var level = form["level"] == nameof(CommitmentLevel.Category) ? CommitmentLevel.Category : CommitmentLevel.Commitment;
        var outcome = await add.RunAsync(new NewCommitment { ListId = id, Level = level, ParentId = Guid.TryParse(form["parent"], out var parent) ? parent : null, Promise = form["promise"] }, acting, cancellation);
        return await BackAsync(id, outcome, form, views, model, cancellation);
    }

    private static async Task<IResult> ChangeAsync(Guid id, LedgerAccess access, ChangeCommitment change, ListViews views, PageModel<ListView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("change", "1");
        var parts = form["commitment"].Split('@');
        var outcome = parts.Length == 2 && Guid.TryParse(parts[0], out var commitment) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? await change.RunAsync(commitment, seen, form["promise"], form["decision"], form["reason"], acting, cancellation)
            : LedgerRefusals.NotFound;
        return await BackAsync(id, outcome, form, views, model, cancellation);
    }

    private static async Task<IResult> BackAsync(Guid list, Outcome<Guid> outcome, FormState form, ListViews views, PageModel<ListView> model, CancellationToken cancellation)
    {
        if (outcome.TryGet(out _, out var refusal))
            return Results.Redirect($"/ledger/lists/{list}");
        form.Reject(refusal);
        return await views.OfAsync(list, asked: null, form, page: 1, cancellation) is { } view ? LedgerRoutes.Show<ListPage, ListView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static async Task<IResult> PlanAsync(Guid id, LedgerAccess access, SetPlan set, LuoshiDb db, ItemViews views, PageModel<ItemView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        if (await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } indicator)
            return Page.NotFound();
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("planned", id.ToString());
        var outcome = Read(indicator, form).TryGet(out var wanted, out var unreadable) ? await set.RunAsync(wanted, acting, cancellation) : unreadable;
        if (outcome.IsOk)
            return Results.Redirect($"/ledger/items/{indicator.ItemId}#x-{id}");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(indicator.ItemId, form, cancellation) is { } view ? LedgerRoutes.Show<ItemPage, ItemView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static Outcome<WantedPlan> Read(Indicator indicator, FormState form)
    {
        var amounts = new Dictionary<int, decimal>();
        for (var month = 1; month <= 12; month++)
        {
            if (!TypedFigure.Parse(form[$"m{month}"], indicator.Printed).TryGet(out var amount, out var refusal))
                return refusal with { Where = $"m{month}" };
            if (amount is { } known)
                amounts[month] = known;
        }

        if (!LedgerRoutes.DayOf(form["deadline"], "deadline").TryGet(out var deadline, out var noDay))
            return noDay;
        if (!LedgerRoutes.DayOf(form["from"], "from").TryGet(out var from, out var noFrom))
            return noFrom;
        if (Steps(form["steps"]) is not { } steps)
            return PlanRefusals.BadSteps;
        return new WantedPlan
        {
            IndicatorId = indicator.Id,
            SeenVersion = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1,
            Amounts = amounts,
            Steps = steps,
            Deadline = deadline,
            From = from,
            Decision = form["decision"],
            Reason = form["reason"],
        };
    }

    /// <summary>A line a step: its name, then the days it takes.</summary>
    private static List<StepLength>? Steps(string typed)
    {
        var steps = new List<StepLength>();
        foreach (var line in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = line.TrimEnd('天', '日', ' ');
            var digits = text.Length;
            while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
                digits--;
            if (!int.TryParse(text[digits..], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
                return null;
            steps.Add(new StepLength(text[..digits].TrimEnd(' ', '\t', '，', ',', '：', ':'), days));
        }

        return steps;
    }
}
