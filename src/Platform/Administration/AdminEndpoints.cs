using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.Administration;

/// <summary>One page for the administrator. Every step asks at the door again; a password given out is shown in the answer and nowhere else.</summary>
internal static class AdminEndpoints
{
    public static IEndpointRouteBuilder MapAdministration(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/admin").RequireAuthorization();
        pages.MapGet("", (AdminDoor door, AdminPages show, CancellationToken cancellation) => InAsync(door, _ => show.PageAsync(cancellation: cancellation), cancellation));
        pages.MapPost("/import", ImportAsync);
        pages.MapPost("/accounts", OpenAccountAsync);
        pages.MapPost("/accounts/{id:guid}/reset", (Guid id, AdminDoor door, AdminPages show, AccountRegister accounts, CancellationToken cancellation) =>
            InAsync(door, async actor => await show.GivenAsync(await accounts.ResetAsync(id, actor, cancellation: cancellation), cancellation), cancellation));
        pages.MapPost("/accounts/{id:guid}/disable", (Guid id, AdminDoor door, AdminPages show, AccountRegister accounts, CancellationToken cancellation) =>
            InAsync(door, async actor => await show.AfterAsync(await accounts.DisableAsync(id, disabled: true, actor, cancellation: cancellation), cancellation), cancellation));
        pages.MapPost("/accounts/{id:guid}/enable", (Guid id, AdminDoor door, AdminPages show, AccountRegister accounts, CancellationToken cancellation) =>
            InAsync(door, async actor => await show.AfterAsync(await accounts.DisableAsync(id, disabled: false, actor, cancellation: cancellation), cancellation), cancellation));
        return routes;
    }

    /// <summary>The form is read behind the door: a stranger's request is refused before anything in it is looked at.</summary>
    private static Task<IResult> OpenAccountAsync(HttpContext http, AdminDoor door, AdminPages show, AccountRegister accounts, CancellationToken cancellation) => InAsync(
        door,
        async actor =>
        {
            var form = await http.Request.ReadFormAsync(cancellation);
            var person = Guid.TryParse(form["person"], out var id) ? id : Guid.Empty;
            return await show.GivenAsync(await accounts.CreateAsync(form["name"].ToString(), person, actor, cancellation: cancellation), cancellation);
        },
        cancellation);

    private static Task<IResult> ImportAsync(HttpContext http, AdminDoor door, AdminPages show, OrgImport import, TimeProvider clock) => InAsync(
        door,
        async actor =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (form.Files.GetFile("file") is not { Length: > 0 } file)
                return await show.PageAsync(refused: AdminTexts.NoFile, cancellation: http.RequestAborted);
            if (file.Length > SheetReader.MaxBytes)
                return await show.PageAsync(refused: Said(SheetReader.TooLarge), cancellation: http.RequestAborted);
            using var content = new MemoryStream();
            await file.CopyToAsync(content, http.RequestAborted);
            if (!(await import.ReadAsync(content.ToArray(), file.FileName, http.RequestAborted)).TryGet(out var sheet, out var refusal))
                return await show.PageAsync(refused: Said(refusal), cancellation: http.RequestAborted);
            if (sheet.Faults.Count > 0)
                return await show.PageAsync(refused: AdminTexts.FaultsTitle, faults: sheet.Faults, cancellation: http.RequestAborted);
            if (form["step"] == "check")
                return await show.PageAsync(done: AdminTexts.Checked(sheet.Lines.Count), cancellation: http.RequestAborted);
            var basis = form["basis"].ToString().Trim();
            var stored = await import.ApplyAsync(sheet, LocalTime.Today(clock), actor, basis.Length == 0 ? null : basis, http.RequestAborted);
            return stored.TryGet(out var result, out refusal)
                ? await show.PageAsync(done: AdminTexts.Stored(result), cancellation: http.RequestAborted)
                : await show.PageAsync(refused: Said(refusal), cancellation: http.RequestAborted);
        },
        http.RequestAborted);

    private static async Task<IResult> InAsync(AdminDoor door, Func<Actor, Task<IResult>> step, CancellationToken cancellation) =>
        (await door.EnterAsync(cancellation)).TryGet(out var actor, out var refusal)
            ? await step(actor)
            : Page.Of<MessagePage>(new { Title = AdminTexts.Title, Hint = Said(refusal) }, StatusCodes.Status403Forbidden);

    internal static Words Said(Refusal refusal) => new(refusal.Chinese, refusal.English);
}

/// <summary>Renders the page after a step.</summary>
internal sealed class AdminPages(AccountRegister accounts, OrgDirectory directory, TimeProvider clock)
{
    public async Task<IResult> PageAsync(Words? done = null, Words? refused = null, IReadOnlyList<CellFault>? faults = null, CancellationToken cancellation = default)
    {
        var view = new AdminView
        {
            Accounts = await accounts.AllAsync(cancellation),
            Posts = await directory.PostsAsync(LocalTime.Today(clock), cancellation: cancellation),
            Done = done,
            Refused = refused,
            Faults = faults ?? [],
        };
        return Page.Of<AdminPage>(new { View = view }, refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public Task<IResult> GivenAsync(Outcome<NewAccount> outcome, CancellationToken cancellation) => outcome.TryGet(out var account, out var refusal)
        ? PageAsync(done: AdminTexts.Given(account.UserName, account.Password), cancellation: cancellation)
        : PageAsync(refused: AdminEndpoints.Said(refusal), cancellation: cancellation);

    public async Task<IResult> AfterAsync(Outcome<Guid> outcome, CancellationToken cancellation) => outcome.TryGet(out _, out var refusal)
        ? Results.Redirect("/admin")
        : await PageAsync(refused: AdminEndpoints.Said(refusal), cancellation: cancellation);
}
