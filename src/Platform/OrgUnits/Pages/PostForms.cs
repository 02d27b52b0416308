using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>The forms of a post: appoint, deputise, grant a role, rename, close.</summary>
internal sealed class PostForms(LuoshiDb db, AdminDoor door, PostSheets sheets, PostRegister posts, RoleBindings roles, UnitChoice units, PersonChoice people, TimeProvider clock)
{
    private DateOnly Today => LocalTime.Today(clock);

    public async Task<IResult> ShowAsync(Guid id, string step, CancellationToken cancellation)
    {
        if ((await door.OverPostAsync(id, cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        if (await sheets.OfAsync(id, cancellation) is not { } sheet)
            return Page.NotFound();
        var today = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var form = new FormState().With("from", today).With("last", today).With("title", sheet.Title).With("seen", sheet.RowVersion.ToString(CultureInfo.InvariantCulture))
            .With("unit", await units.LabelAsync(sheet.UnitId, Today, cancellation)).With("replace", "on").With("role", nameof(Role.Reporter));
        return AdminAnswers.Show(await FormAsync(sheet, step, form, cancellation));
    }

    public async Task<IResult> StoreAsync(Guid id, string step, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (!(await door.OverPostAsync(id, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        if (await sheets.OfAsync(id, cancellation) is not { } sheet)
            return Page.NotFound();
        var form = await AdminAnswers.FormAsync(http);
        Outcome<Guid>? outcome = step switch
        {
            "appoint" => await AppointAsync(sheet, form, actor, cancellation),
            "deputise" => await DeputiseAsync(sheet, form, actor, cancellation),
            "grant" => await GrantAsync(sheet, form, actor, cancellation),
            "rename" => await RenameAsync(sheet, form, actor, cancellation),
            _ => AdminInput.NeededDay(form, "last") is { } last ? await posts.CloseAsync(id, last, actor, AdminInput.OrNull(form["basis"]), cancellation) : (Outcome<Guid>?)null,
        };
        if (outcome is { IsOk: true })
            return Results.Redirect($"/admin/posts/{id}");
        if (outcome is { Refusal: { } refused })
            form.Reject(refused);
        return AdminAnswers.Show(await FormAsync(sheet, step, form, cancellation));
    }

    private async Task<Outcome<Guid>?> AppointAsync(PostSheet sheet, FormState form, Actor actor, CancellationToken cancellation)
    {
        if (AdminInput.NeededDay(form, "from") is not { } from || !AdminInput.Day(form, "until", out var until))
            return null;
        // Ending the predecessor, a new person and the appointment: all of it or nothing.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var outcome = await SucceedAsync(sheet, form, from, until, actor, cancellation);
        if (outcome is { IsOk: true })
            await transaction.CommitAsync(cancellation);
        else
            db.ChangeTracker.Clear();
        return outcome;
    }

    private async Task<Outcome<Guid>?> SucceedAsync(PostSheet sheet, FormState form, DateOnly from, DateOnly? until, Actor actor, CancellationToken cancellation)
    {
        if (await PersonAsync(form, mayAdd: true, actor, cancellation) is not { } person)
            return null;
        var present = sheet.Holders.FirstOrDefault(h => h.From < from && (h.Until is null || h.Until >= from));
        if (form["replace"] == "on" && present is not null && (await posts.EndAsync(present.Id, from.AddDays(-1), actor, AdminInput.OrNull(form["basis"]), cancellation)).Refusal is { } refusal)
            return refusal;
        return await posts.AppointAsync(sheet.Id, person, from, until, actor, AdminInput.OrNull(form["basis"]), cancellation);
    }

    private async Task<Outcome<Guid>?> DeputiseAsync(PostSheet sheet, FormState form, Actor actor, CancellationToken cancellation)
    {
        if (AdminInput.NeededDay(form, "from") is not { } from || AdminInput.NeededDay(form, "until") is not { } until || await PersonAsync(form, mayAdd: false, actor, cancellation) is not { } person)
            return null;
        return await posts.DeputiseAsync(sheet.Id, person, from, until, form["reason"], actor, cancellation);
    }

    private async Task<Outcome<Guid>?> GrantAsync(PostSheet sheet, FormState form, Actor actor, CancellationToken cancellation)
    {
        if (AdminInput.NeededDay(form, "from") is not { } from || !AdminInput.Day(form, "until", out var until) || !Enum.TryParse<Role>(form["role"], out var role))
            return null;
        if (!(await units.ResolveAsync(form["unit"], "unit", Today, cancellation)).TryGet(out var unit, out var refusal))
            return refusal;
        // A role over units that are somebody else's to administer is not this person's to give.
        if ((await door.OverUnitAsync(unit, cancellation)).Refusal is { } foreign)
            return foreign with { Where = "unit" };
        return await roles.GrantAsync(new RoleGrant(sheet.Id, role, unit, from, until), actor, AdminInput.OrNull(form["basis"]), cancellation);
    }

    private async Task<Outcome<Guid>?> RenameAsync(PostSheet sheet, FormState form, Actor actor, CancellationToken cancellation)
    {
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var outcome = await AdminAnswers.TryAsync(() => posts.RenameAsync(sheet.Id, form["title"], seen, actor, cancellation: cancellation));
        form.With("seen", sheet.RowVersion.ToString(CultureInfo.InvariantCulture));
        return outcome;
    }

    /// <summary>The person typed; null with the reason in the form when it is nobody, or several.</summary>
    private async Task<Guid?> PersonAsync(FormState form, bool mayAdd, Actor actor, CancellationToken cancellation)
    {
        var meant = await people.MeantAsync(form["person"], Today, cancellation);
        if (meant.Count == 1)
            return meant[0].Id;
        if (meant.Count == 0 && mayAdd && form["new"] == "on")
        {
            if ((await posts.AddPersonAsync(form["person"], AdminInput.OrNull(form["phone"]), AdminInput.OrNull(form["email"]), actor, cancellation)).TryGet(out var person, out var refusal))
                return person;
            form.Reject(refusal);
            return null;
        }

        form.Reject("person", meant.Count > 1 ? OrgPageTexts.SeveralPeople : OrgPageTexts.UnknownPerson);
        return null;
    }

    private async Task<AdminForm> FormAsync(PostSheet sheet, string step, FormState form, CancellationToken cancellation)
    {
        var (title, lead, submit) = step switch
        {
            "appoint" => (OrgPageTexts.AppointTitle, (Words?)OrgPageTexts.AppointLead, OrgPageTexts.Appoint),
            "deputise" => (OrgPageTexts.Deputise, OrgPageTexts.DeputiseLead, OrgPageTexts.Deputise),
            "grant" => (OrgPageTexts.Grant, OrgPageTexts.RoleHint, OrgPageTexts.Grant),
            "rename" => (OrgPageTexts.RenamePost, null, OrgPageTexts.Save),
            _ => (OrgPageTexts.ClosePost, null, OrgPageTexts.Close),
        };
        return new AdminForm
        {
            Title = new Words($"{title.Chinese}：{sheet.UnitName}{sheet.Title}", $"{title.English}: {sheet.UnitName}{sheet.Title}"),
            Lead = lead,
            Action = $"/admin/posts/{sheet.Id}/{step}",
            Submit = submit,
            Danger = step == "close",
            Back = ($"/admin/posts/{sheet.Id}", Words.Same(sheet.Title)),
            Consequences = step == "close" ? [OrgPageTexts.ClosePostEnds] : [],
            Fields = step switch
            {
                "appoint" => await AppointFieldsAsync(form, cancellation),
                "deputise" => [await PersonFieldAsync(form, cancellation), From, new AdminField(AdminFieldKind.Day, "until", AdminTexts.Until, Required: true), new AdminField(AdminFieldKind.Text, "reason", OrgPageTexts.Absence, Required: true, OrgPageTexts.AbsenceHint) { MaxLength = 200 }],
                "grant" => await GrantFieldsAsync(form, cancellation),
                "rename" => [new AdminField(AdminFieldKind.Text, "title", OrgPageTexts.Title, Required: true) { MaxLength = Post.MaxTitle }, new AdminField(AdminFieldKind.Hidden, "seen", OrgPageTexts.Title)],
                _ => [new AdminField(AdminFieldKind.Day, "last", AdminTexts.Last, Required: true), Basis],
            },
            State = form,
        };
    }

    private static AdminField From => new(AdminFieldKind.Day, "from", AdminTexts.From, Required: true);

    private static AdminField Until => new(AdminFieldKind.Day, "until", AdminTexts.Until, Hint: AdminTexts.UntilHint);

    private static AdminField Basis => new(AdminFieldKind.Text, "basis", AdminTexts.Basis) { MaxLength = 200 };

    private async Task<IReadOnlyList<AdminField>> AppointFieldsAsync(FormState form, CancellationToken cancellation) =>
    [
        await PersonFieldAsync(form, cancellation),
        new AdminField(AdminFieldKind.Check, "new", OrgPageTexts.NewPerson),
        new AdminField(AdminFieldKind.Text, "phone", OrgPageTexts.Phone) { MaxLength = 30 },
        new AdminField(AdminFieldKind.Text, "email", OrgPageTexts.Email, Hint: OrgPageTexts.EmailHint) { MaxLength = 200 },
        From,
        Until,
        new AdminField(AdminFieldKind.Check, "replace", OrgPageTexts.Replace),
        Basis,
    ];

    private async Task<IReadOnlyList<AdminField>> GrantFieldsAsync(FormState form, CancellationToken cancellation) =>
    [
        new AdminField(AdminFieldKind.Choice, "role", OrgPageTexts.Role, Required: true)
        {
            Options = [.. Enum.GetValues<Role>().Select(role => (role.ToString(), new Words($"{role.Words().Chinese}：{role.Explained().Chinese}", $"{role.Words().English}: {role.Explained().English}")))],
        },
        AdminInput.Unit("unit", OrgPageTexts.Over, await units.AllAsync(Today, cancellation), await units.MeantAsync(form["unit"], Today, cancellation), hint: OrgPageTexts.OverHint),
        From,
        Until,
        Basis,
    ];

    private async Task<AdminField> PersonFieldAsync(FormState form, CancellationToken cancellation)
    {
        var meant = await people.MeantAsync(form["person"], Today, cancellation);
        return new AdminField(AdminFieldKind.Person, "person", OrgPageTexts.Person, Required: true, OrgPageTexts.PersonHint)
        {
            Unclear = meant.Count > 1,
            Suggestions = [.. (meant.Count > 1 ? meant : await people.AllAsync(Today, cancellation)).Select(p => p.Label)],
            MaxLength = Person.MaxName,
        };
    }
}
