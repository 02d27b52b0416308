using System.Globalization;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>A sheet of units, posts and people: upload, preview, choose between units of one name, import.</summary>
internal static class ImportRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/admin/import").RequireAuthorization();
        pages.MapGet("", async (AdminDoor door, CancellationToken cancellation) =>
            (await door.OverAllAsync(cancellation)).Refusal is { } refusal ? AdminAnswers.Denied(refusal) : Page.Of<ImportPage>(new { Form = new FormState() }));
        pages.MapPost("", UploadAsync).RequireRateLimiting(RateLimits.Uploads);
        pages.MapGet("/{id:guid}", (Guid id, HttpContext http, ImportSteps steps) => steps.PreviewAsync(id, http));
        pages.MapPost("/{id:guid}", (Guid id, HttpContext http, ImportSteps steps) => steps.StoreAsync(id, http));
    }

    private static async Task<IResult> UploadAsync(HttpContext http, AdminDoor door, CurrentUser user, OrgImportDrafts drafts)
    {
        var cancellation = http.RequestAborted;
        if ((await door.OverAllAsync(cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        var files = (await http.Request.ReadFormAsync(cancellation)).Files;
        var form = new FormState().With("file", "");
        if (files.GetFile("file") is not { Length: > 0 } file)
            form.Reject("file", OrgPageTexts.NoFile);
        else if (file.Length > SheetReader.MaxBytes)
            form.Reject(SheetReader.TooLarge with { Where = "file" });
        else
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            if ((await drafts.KeepAsync(content.ToArray(), Path.GetFileName(file.FileName), user.AccountId!.Value, cancellation)).TryGet(out var draft, out var refused))
                return Results.Redirect($"/admin/import/{draft}");
            form.Reject(refused with { Where = "file" });
        }

        return Page.Of<ImportPage>(new { Form = form }, StatusCodes.Status422UnprocessableEntity);
    }
}

internal sealed class ImportSteps(AdminDoor door, CurrentUser user, OrgImport import, OrgImportDrafts drafts, UnitChoice units, TimeProvider clock)
{
    public async Task<IResult> PreviewAsync(Guid id, HttpContext http)
    {
        if ((await door.OverAllAsync(http.RequestAborted)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        return await ShowAsync(id, Fresh(), Choices(new FormState()), http.RequestAborted);
    }

    public async Task<IResult> StoreAsync(Guid id, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (!(await door.OverAllAsync(cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        var choices = Choices(form);
        if (form["step"] != "store")
            return await ShowAsync(id, Fresh(), choices, cancellation);
        if (!(await drafts.OpenAsync(id, user.AccountId!.Value, choices, cancellation)).TryGet(out var sheet, out refusal))
            return Refused(form, refusal);
        if (AdminInput.NeededDay(form, "from") is not { } from)
            return await ShowAsync(id, form, choices, cancellation);
        if (!(await import.ApplyAsync(sheet, from, actor, AdminInput.OrNull(form["basis"]), cancellation)).TryGet(out var result, out refusal))
        {
            form.Reject(refusal);
            return await ShowAsync(id, form, choices, cancellation);
        }

        await drafts.ForgetAsync(id, cancellation);
        return Page.Of<ImportPage>(new { Form = new FormState(), Done = OrgPageTexts.Stored(result) });
    }

    private async Task<IResult> ShowAsync(Guid id, FormState form, Dictionary<string, Guid> choices, CancellationToken cancellation)
    {
        if (!(await drafts.OpenAsync(id, user.AccountId!.Value, choices, cancellation)).TryGet(out var sheet, out var refusal))
            return Refused(form, refusal);
        var labels = (await units.AllAsync(LocalTime.Today(clock), cancellation)).ToDictionary(u => u.Id, u => u.Label);
        var chosen = choices.ToDictionary(c => c.Key, c => labels.GetValueOrDefault(c.Value, c.Key), StringComparer.Ordinal);
        return Page.Of<ImportPage>(
            new { Sheet = sheet, Draft = id, Form = form, Chosen = chosen },
            form.HasErrors || sheet.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IResult Refused(FormState form, Luoshi.Kernel.Outcomes.Refusal refusal)
    {
        form.Reject(refusal);
        return Page.Of<ImportPage>(new { Form = form }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Pairs of a name and the unit chosen for it, numbered as the page numbered them.</summary>
    private static Dictionary<string, Guid> Choices(FormState form)
    {
        var choices = new Dictionary<string, Guid>(StringComparer.Ordinal);
        for (var i = 0; form[$"name-{i.ToString(CultureInfo.InvariantCulture)}"] is { Length: > 0 } name; i++)
        {
            if (Guid.TryParse(form[$"choice-{i.ToString(CultureInfo.InvariantCulture)}"], out var unit))
                choices[name] = unit;
        }

        return choices;
    }

    private FormState Fresh() => new FormState().With("from", LocalTime.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
