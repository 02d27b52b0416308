using System.Globalization;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Indicators;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>The officer's decision on a light, from the item sheet.</summary>
internal static class LightRoutes
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/items/{id:guid}/light", DecideAsync);

    private static async Task<IResult> DecideAsync(Guid id, LedgerAccess access, DecideLight decide, ItemViews views, PageModel<ItemView> model, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        _ = Guid.TryParse(form["rated"], out var rated);
        // An assessment of another item would be decided from a page that does not show it.
        if (!await db.Set<StoredAssessment>().AnyAsync(a => a.Id == rated && db.Set<Indicator>().Any(i => i.Id == a.IndicatorId && i.ItemId == id), cancellation))
            return Page.NotFound();
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var outcome = await decide.RunAsync(new LightDecision(rated, seen, Chosen<Progress>(form["progress"]), Chosen<Light>(form["light"]), form["reason"]), acting, cancellation);
        if (outcome.IsOk)
            return Results.Redirect($"/ledger/items/{id}");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<ItemPage, ItemView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    /// <summary>Empty, or nothing a rule pack knows: the rule's own suggestion holds.</summary>
    public static T? Chosen<T>(string code)
        where T : struct, Enum => code.Length > 0 && !char.IsAsciiDigit(code[0]) && Enum.TryParse<T>(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
