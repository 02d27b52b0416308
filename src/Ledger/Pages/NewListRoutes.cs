using System.Globalization;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Pages;

internal sealed record NewListView(FormState Form);

/// <summary>A new list, most often together with its task sheet: what the sheet or the office's post tells is not asked for.</summary>
internal static class NewListRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/new", ShowAsync);
        pages.MapPost("/lists", OpenAsync).RequireRateLimiting(RateLimits.Uploads);
    }

    private static async Task<IResult> ShowAsync(LedgerAccess access, HomeViews homes, OrgDirectory directory, PageModel<NewListView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = new FormState().With("year", (await homes.CurrentAsync(cancellation)).Year.ToString(CultureInfo.InvariantCulture));
        if (await directory.UnitAsync(acting.Unit, cancellation) is { } top)
            form = form.With("place", PlaceOf(top.Name)).With("division", top.Division ?? "");
        return LedgerRoutes.Show<NewListPage, NewListView>(model, new NewListView(form));
    }

    private static async Task<IResult> OpenAsync(LedgerAccess access, OpenList open, SheetImports imports, PageModel<NewListView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        var file = context.Request.Form.Files is [{ Length: > 0 } sent] ? sent : null;
        var content = Array.Empty<byte>();
        if (file?.Length > LedgerRoutes.LargestSheet)
            return Again("sheet", ImportTexts.TooLarge);
        if (file is not null)
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, cancellation);
            content = memory.ToArray();
            // Read before the list is opened: a sheet nobody can read must not leave an empty list behind.
            if (!SheetTable.Read(content, file.FileName).TryGet(out var table, out var unreadable))
                return Again("sheet", new Words(unreadable.Chinese, unreadable.English));
            if (form["title"].Length == 0)
                form = form.With("title", SheetTitle.Of(table, file.FileName));
        }

        _ = int.TryParse(form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        if (SheetTitle.YearOf(form["title"]) is { } said && said != year)
            return Again("year", ImportTexts.OtherYear(said));
        var outcome = await open.RunAsync(new NewList { Title = form["title"], Place = form["place"], Year = year, DivisionCode = form["division"].Length > 0 ? form["division"] : null }, acting, cancellation);
        if (!outcome.TryGet(out var list, out var refusal))
        {
            form.Reject(refusal);
            return Show();
        }

        if (file is not null && (await imports.ReceiveAsync(list, Path.GetFileName(file.FileName), content, acting, cancellation)).TryGet(out var draft, out _))
            return Results.Redirect($"/ledger/imports/{draft}");
        return Results.Redirect($"/ledger/lists/{list}");

        IResult Again(string field, Words message)
        {
            form.Reject(field, message);
            return Show();
        }

        IResult Show() => LedgerRoutes.Show<NewListPage, NewListView>(model, new NewListView(form), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>海岳市人民政府 promises for 海岳市.</summary>
    private static string PlaceOf(string unit) => unit.Replace("人民政府", "", StringComparison.Ordinal) is { Length: > 0 } place ? place : unit;
}
