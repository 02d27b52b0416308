using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Identity.SingleSignOn;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.OrgUnits.Pages;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.Identity.Users;

/// <summary>Accounts as administrators see them. Every step asks again whether this person is theirs to look after.</summary>
internal static class UserRoutes
{
    private const int Size = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/admin/users").RequireAuthorization();
        pages.MapGet("", ListAsync);
        pages.MapGet("/new", (Guid? person, NewUsers users, CancellationToken cancellation) => users.ShowAsync(person, cancellation));
        pages.MapPost("/new", (HttpContext http, NewUsers users) => users.StoreAsync(http));
        pages.MapGet("/{id:guid}", ShowAsync);
        pages.MapPost("/{id:guid}/reset", (Guid id, HttpContext http, UserSteps steps) => steps.ResetAsync(id, http));
        pages.MapPost("/{id:guid}/disable", (Guid id, HttpContext http, UserSteps steps) => steps.RunAsync(id, http, (accounts, form, actor) => accounts.DisableAsync(id, disabled: true, actor, AdminInput.OrNull(form["reason"]), http.RequestAborted)));
        pages.MapPost("/{id:guid}/enable", (Guid id, HttpContext http, UserSteps steps) => steps.RunAsync(id, http, (accounts, form, actor) => accounts.DisableAsync(id, disabled: false, actor, AdminInput.OrNull(form["reason"]), http.RequestAborted)));
        pages.MapPost("/{id:guid}/unlock", (Guid id, HttpContext http, UserSteps steps) => steps.RunAsync(id, http, (accounts, _, actor) => accounts.UnlockAsync(id, actor, http.RequestAborted)));
        pages.MapPost("/{id:guid}/link", (Guid id, HttpContext http, UserSteps steps) => steps.RunAsync(id, http, (accounts, form, actor) => accounts.LinkAsync(id, form["provider"], form["subject"], actor, http.RequestAborted)));
        pages.MapPost("/{id:guid}/unlink", (Guid id, HttpContext http, UserSteps steps) => steps.RunAsync(id, http, (accounts, form, actor) => accounts.LinkAsync(id, form["provider"], subject: null, actor, http.RequestAborted)));
        pages.MapPost("/{id:guid}/sessions/{session:guid}/end", (Guid id, Guid session, HttpContext http, UserSteps steps) => steps.RunAsync(id, http, (accounts, _, actor) => accounts.EndSessionAsync(id, session, actor, http.RequestAborted)));
        pages.MapPost("/{id:guid}/sessions/end", (Guid id, HttpContext http, UserSteps steps) => steps.RunAsync(id, http, (accounts, _, actor) => accounts.EndSessionAsync(id, session: null, actor, http.RequestAborted)));
        routes.MapPages("/admin/sign-on").RequireAuthorization().MapGet("", SignOnAsync);
    }

    private static async Task<IResult> ListAsync(AdminSight sight, UserSheets sheets, string? q, string? state, int? page, CancellationToken cancellation)
    {
        if (await sight.RefusedAsync(cancellation) is { } refusal)
            return AdminAnswers.Denied(refusal);
        UserState? only = Enum.TryParse<UserState>(state, ignoreCase: true, out var chosen) ? chosen : null;
        var (search, number) = (q?.Trim() ?? "", Math.Max(page ?? 1, 1));
        var (rows, total) = await sheets.ListAsync(search, only, number, Size, cancellation);
        return Page.Of<UsersPage>(new { Rows = rows, Search = search, Only = only, PageNumber = number, Total = total, Size });
    }

    private static async Task<IResult> ShowAsync(Guid id, AdminSight sight, UserSheets sheets, CancellationToken cancellation)
    {
        if (await sight.RefusedAsync(cancellation) is { } refusal)
            return AdminAnswers.Denied(refusal);
        return await sheets.OfAsync(id, cancellation) is { } sheet ? Page.Of<UserPage>(new { Sheet = sheet, Form = new FormState() }) : Page.NotFound();
    }

    private static async Task<IResult> SignOnAsync(HttpContext http, AdminSight sight, UserSheets sheets, ExternalProviders providers)
    {
        if (await sight.RefusedAsync(http.RequestAborted) is { } refusal)
            return AdminAnswers.Denied(refusal);
        var origin = $"{http.Request.Scheme}://{http.Request.Host}";
        return Page.Of<SignOnPage>(new { Providers = providers.All, Origin = origin, Linked = await sheets.LinkedAsync(http.RequestAborted) });
    }
}

/// <summary>Steps on an account that exists: the page again, with what came of it.</summary>
internal sealed class UserSteps(AdminDoor door, AccountRegister accounts, UserSheets sheets)
{
    public async Task<IResult> ResetAsync(Guid id, HttpContext http)
    {
        if (!(await OverAsync(id, http.RequestAborted)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        return (await accounts.ResetAsync(id, actor, AdminInput.OrNull(form["reason"]), http.RequestAborted)).TryGet(out var given, out refusal)
            ? await PageAsync(id, new FormState(), UserTexts.Given(given), http.RequestAborted)
            : await RefusedAsync(id, form, refusal, http.RequestAborted);
    }

    public async Task<IResult> RunAsync(Guid id, HttpContext http, Func<AccountRegister, FormState, Actor, Task<Outcome<Guid>>> step)
    {
        if (!(await OverAsync(id, http.RequestAborted)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        return (await step(accounts, form, actor)).TryGet(out _, out refusal) ? Results.Redirect($"/admin/users/{id}") : await RefusedAsync(id, form, refusal, http.RequestAborted);
    }

    private async Task<Outcome<Actor>> OverAsync(Guid id, CancellationToken cancellation) =>
        await accounts.PersonOfAsync(id, cancellation) is { } person ? await door.OverPersonAsync(person, cancellation) : await door.EnterAsync(cancellation);

    private Task<IResult> RefusedAsync(Guid id, FormState form, Refusal refusal, CancellationToken cancellation)
    {
        form.Reject(refusal);
        return PageAsync(id, form, given: null, cancellation);
    }

    private async Task<IResult> PageAsync(Guid id, FormState form, Words? given, CancellationToken cancellation) =>
        await sheets.OfAsync(id, cancellation) is { } sheet
            ? Page.Of<UserPage>(new { Sheet = sheet, Form = form, Given = given }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Page.NotFound();
}

/// <summary>An account for a person; the password is shown once on the new account's page.</summary>
internal sealed class NewUsers(AdminDoor door, AccountRegister accounts, UserSheets sheets, PersonChoice people, TimeProvider clock)
{
    private DateOnly Today => LocalTime.Today(clock);

    public async Task<IResult> ShowAsync(Guid? person, CancellationToken cancellation)
    {
        if ((await door.EnterAsync(cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        var label = person is { } id ? (await people.AllAsync(Today, cancellation)).FirstOrDefault(p => p.Id == id)?.Label : null;
        return AdminAnswers.Show(await FormAsync(new FormState().With("person", label), cancellation));
    }

    public async Task<IResult> StoreAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if ((await door.EnterAsync(cancellation)).Refusal is { } stranger)
            return AdminAnswers.Denied(stranger);
        var form = await AdminAnswers.FormAsync(http);
        var meant = await people.MeantAsync(form["person"], Today, cancellation);
        if (meant.Count != 1)
        {
            form.With("person", form["person"]).Reject("person", meant.Count > 1 ? OrgPageTexts.SeveralPeople : OrgPageTexts.UnknownPerson);
            return AdminAnswers.Show(await FormAsync(form, cancellation));
        }

        if (!(await door.OverPersonAsync(meant[0].Id, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        if ((await accounts.CreateAsync(form["name"], meant[0].Id, actor, cancellation: cancellation)).TryGet(out var account, out refusal)
            && await sheets.OfAsync(account.AccountId, cancellation) is { } sheet)
            return Page.Of<UserPage>(new { Sheet = sheet, Form = new FormState(), Given = (Words?)UserTexts.Given(account) });
        form.Reject(refusal ?? IdentityTexts.NoAccount);
        return AdminAnswers.Show(await FormAsync(form, cancellation));
    }

    private async Task<AdminForm> FormAsync(FormState form, CancellationToken cancellation)
    {
        var meant = await people.MeantAsync(form["person"], Today, cancellation);
        return new AdminForm
        {
            Title = UserTexts.New,
            Lead = UserTexts.NewLead,
            Action = "/admin/users/new",
            Submit = UserTexts.New,
            Back = ("/admin/users", UserTexts.Title),
            Fields =
            [
                new AdminField(AdminFieldKind.Person, "person", OrgPageTexts.Person, Required: true, OrgPageTexts.PersonHint)
                {
                    Unclear = meant.Count > 1,
                    Suggestions = [.. (meant.Count > 1 ? meant : await people.AllAsync(Today, cancellation)).Select(p => p.Label)],
                },
                new AdminField(AdminFieldKind.Text, "name", IdentityTexts.UserName, Required: true) { MaxLength = Account.MaxUserName },
            ],
            State = form,
        };
    }
}
