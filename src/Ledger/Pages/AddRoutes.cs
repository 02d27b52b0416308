using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items.Adding;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Pages;

/// <summary>Adding items and indicators by hand.</summary>
internal static class AddRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/lists/{id:guid}/items", ItemAsync);
        pages.MapPost("/items/{id:guid}/indicators", IndicatorAsync);
        HandRoutes.Map(pages);
    }

    private static async Task<IResult> ItemAsync(Guid id, LedgerAccess access, AddItem add, ListViews views, PageModel<ListView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("add", "1");
        var outcome = !LedgerRoutes.DayOf(form["deadline"], "deadline").TryGet(out var deadline, out var unreadable) ? unreadable : await add.RunAsync(
            new NewItem
            {
                ListId = id,
                CommitmentId = Guid.TryParse(form["commitment"], out var commitment) ? commitment : null,
                NewPromise = form["promise"],
                Name = form["name"],
                Content = form["content"],
                Deadline = deadline,
            },
            acting,
            cancellation);
        if (outcome.TryGet(out var item, out var refusal))
            return Results.Redirect($"/ledger/items/{item}");
        form.Reject(refusal);
        return await views.OfAsync(id, asked: null, form, page: 1, cancellation) is { } view ? LedgerRoutes.Show<ListPage, ListView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static async Task<IResult> IndicatorAsync(Guid id, LedgerAccess access, AddIndicator add, ItemViews views, PageModel<ItemView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("add", "1");
        var outcome = Indicator(id, form).TryGet(out var wanted, out var unreadable) ? await add.RunAsync(wanted, acting, cancellation) : unreadable;
        if (outcome.IsOk)
            return Results.Redirect($"/ledger/items/{id}");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<ItemPage, ItemView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static Outcome<NewIndicator> Indicator(Guid item, FormState form)
    {
        var unit = PrintedUnit.Parse(form["unit"]);
        if (!TypedFigure.Parse(form["promised"], unit).TryGet(out var promised, out var refusal))
            return refusal with { Where = "promised" };
        if (!TypedFigure.Parse(form["plan"], unit).TryGet(out var plan, out refusal))
            return refusal with { Where = "plan" };
        if (!TypedFigure.Parse(form["baseline"], unit).TryGet(out var baseline, out refusal))
            return refusal with { Where = "baseline" };
        return new NewIndicator
        {
            ItemId = item,
            Name = form["name"],
            Unit = unit,
            Direction = form["lower"].Length > 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            Promised = promised,
            Bound = Enum.TryParse<Bound>(form["bound"], out var bound) && Enum.IsDefined(bound) ? bound : Bound.Exact,
            WorkingPlan = plan,
            Kind = Enum.TryParse<IndicatorKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null,
            Counting = form["counting"] == nameof(Counting.InPeriod) ? Counting.InPeriod : Counting.Cumulative,
            StageWord = form["stage"].Length > 0 ? form["stage"] : null,
            Baseline = baseline,
            PartOf = Guid.TryParse(form["partof"], out var whole) ? whole : null,
            KnownTwice = form["twice"].Length > 0,
        };
    }
}
