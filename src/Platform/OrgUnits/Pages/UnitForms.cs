using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>The forms for a new, a changed and a closed unit.</summary>
internal sealed class UnitForms(LuoshiDb db, AdminDoor door, UnitRegister units, UnitChoice choice, UnitSheets sheets, TimeProvider clock)
{
    private DateOnly Today => LocalTime.Today(clock);

    public async Task<IResult> NewAsync(Guid? under, CancellationToken cancellation)
    {
        if ((await OverAsync(under, cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        var parent = under is { } id ? await choice.LabelAsync(id, Today, cancellation) : "";
        return AdminAnswers.Show(await NewFormAsync(new FormState().With("parent", parent).With("from", Print(Today)), cancellation));
    }

    public async Task<IResult> AddAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if ((await door.EnterAsync(cancellation)).Refusal is { } stranger)
            return AdminAnswers.Denied(stranger);
        var form = await AdminAnswers.FormAsync(http);
        var from = AdminInput.NeededDay(form, "from");
        var parent = await ParentAsync(form, cancellation);
        if (form.HasErrors || from is not { } start)
            return AdminAnswers.Show(await NewFormAsync(form, cancellation));
        if (!(await OverAsync(parent, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        _ = int.TryParse(form["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var order);
        var wanted = new NewUnit { Name = form["name"], ShortName = AdminInput.OrNull(form["short"]), ParentId = parent, Division = form["division"], CreditCode = form["credit"], From = start, Order = order };
        if ((await units.AddAsync(wanted, actor, AdminInput.OrNull(form["basis"]), cancellation)).TryGet(out var id, out refusal))
            return Results.Redirect($"/admin/units/{id}");
        form.Reject(refusal);
        return AdminAnswers.Show(await NewFormAsync(form, cancellation));
    }

    public async Task<IResult> ChangeAsync(Guid id, CancellationToken cancellation)
    {
        if ((await door.OverUnitAsync(id, cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        var unit = await db.Set<OrgUnit>().AsNoTracking().FirstAsync(u => u.Id == id, cancellation);
        var form = new FormState().With("name", unit.Name).With("short", unit.ShortName).With("division", unit.Division?.ToString()).With("credit", unit.CreditCode?.ToString())
            .With("parent", unit.ParentId is { } parent ? await choice.LabelAsync(parent, Today, cancellation) : "").With("order", unit.Order.ToString(CultureInfo.InvariantCulture))
            .With("seen", unit.RowVersion.ToString(CultureInfo.InvariantCulture)).With("basis", "");
        return AdminAnswers.Show(await ChangeFormAsync(id, form, cancellation));
    }

    public async Task<IResult> StoreAsync(Guid id, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (!(await door.OverUnitAsync(id, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        var parent = await ParentAsync(form, cancellation);
        if (form.HasErrors)
            return AdminAnswers.Show(await ChangeFormAsync(id, form, cancellation));
        // Moving it under a unit is a matter of that unit's administrator too.
        var before = await db.Set<OrgUnit>().Where(u => u.Id == id).Select(u => u.ParentId).FirstAsync(cancellation);
        if (parent != before && (await OverAsync(parent, cancellation)).Refusal is { } foreign)
            return AdminAnswers.Denied(foreign);
        _ = int.TryParse(form["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var order);
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var change = new UnitChange { UnitId = id, SeenVersion = seen, Name = form["name"], ShortName = AdminInput.OrNull(form["short"]), ParentId = parent, Division = form["division"], CreditCode = form["credit"], Order = order };
        if ((await AdminAnswers.TryAsync(() => units.ChangeAsync(change, actor, AdminInput.OrNull(form["basis"]), cancellation))).TryGet(out _, out refusal))
            return Results.Redirect($"/admin/units/{id}");
        form.Reject(refusal);
        return AdminAnswers.Show(await ChangeFormAsync(id, await SeenAsync(id, form, cancellation), cancellation));
    }

    public async Task<IResult> CloseAsync(Guid id, CancellationToken cancellation)
    {
        if ((await door.OverUnitAsync(id, cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        return await CloseFormAsync(id, new FormState().With("last", Print(Today)).With("basis", ""), cancellation);
    }

    public async Task<IResult> EndAsync(Guid id, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (!(await door.OverUnitAsync(id, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        if (AdminInput.NeededDay(form, "last") is { } last)
        {
            if ((await units.CloseAsync(id, last, actor, AdminInput.OrNull(form["basis"]), cancellation)).TryGet(out _, out refusal))
                return Results.Redirect($"/admin/units/{id}");
            form.Reject(refusal with { Where = refusal.Where == "until" ? "last" : refusal.Where });
        }

        return await CloseFormAsync(id, form, cancellation);
    }

    private async Task<IResult> CloseFormAsync(Guid id, FormState form, CancellationToken cancellation)
    {
        if (await sheets.OfAsync(id, cancellation) is not { } sheet)
            return Page.NotFound();
        return AdminAnswers.Show(new AdminForm
        {
            Title = new Words($"{OrgPageTexts.CloseUnit.Chinese}：{sheet.Unit.Name}", $"{OrgPageTexts.CloseUnit.English}: {sheet.Unit.Name}"),
            Lead = OrgPageTexts.CloseLead,
            Action = $"/admin/units/{id}/close",
            Submit = OrgPageTexts.Close,
            Danger = true,
            Back = ($"/admin/units/{id}", Words.Same(sheet.Unit.Name)),
            Consequences = [OrgPageTexts.CloseEnds],
            Fields = [new AdminField(AdminFieldKind.Day, "last", AdminTexts.Last, Required: true), new AdminField(AdminFieldKind.Text, "basis", AdminTexts.Basis) { MaxLength = 200 }],
            State = form,
        });
    }

    private async Task<AdminForm> NewFormAsync(FormState form, CancellationToken cancellation) => new()
    {
        Title = OrgPageTexts.NewUnit,
        Action = "/admin/units/new",
        Submit = OrgPageTexts.NewUnit,
        Back = ("/admin/units", OrgPageTexts.UnitsTitle),
        Fields =
        [
            new AdminField(AdminFieldKind.Text, "name", OrgPageTexts.Name, Required: true) { MaxLength = OrgUnit.MaxName },
            await ParentFieldAsync(form, cancellation),
            new AdminField(AdminFieldKind.Day, "from", AdminTexts.From, Required: true),
            .. Particulars,
        ],
        State = form,
    };

    private async Task<AdminForm> ChangeFormAsync(Guid id, FormState form, CancellationToken cancellation) => new()
    {
        Title = OrgPageTexts.ChangeUnit,
        Action = $"/admin/units/{id}/change",
        Submit = OrgPageTexts.Save,
        Back = ($"/admin/units/{id}", Words.Same(form["name"])),
        Fields = [new AdminField(AdminFieldKind.Text, "name", OrgPageTexts.Name, Required: true) { MaxLength = OrgUnit.MaxName }, await ParentFieldAsync(form, cancellation), .. Particulars, new AdminField(AdminFieldKind.Hidden, "seen", OrgPageTexts.Order)],
        State = form,
    };

    private static AdminField[] Particulars =>
    [
        new(AdminFieldKind.Text, "short", OrgPageTexts.ShortName) { MaxLength = OrgUnit.MaxName },
        new(AdminFieldKind.Text, "division", OrgPageTexts.Division, Hint: OrgPageTexts.DivisionHint) { MaxLength = 12 },
        new(AdminFieldKind.Text, "credit", OrgPageTexts.Credit) { MaxLength = 18 },
        new(AdminFieldKind.Text, "order", OrgPageTexts.Order, Hint: OrgPageTexts.OrderHint) { MaxLength = 6 },
        new(AdminFieldKind.Text, "basis", AdminTexts.Basis) { MaxLength = 200 },
    ];

    private async Task<AdminField> ParentFieldAsync(FormState form, CancellationToken cancellation) => AdminInput.Unit(
        "parent", OrgPageTexts.Above, await choice.AllAsync(Today, cancellation), await choice.MeantAsync(form["parent"], Today, cancellation), required: false, OrgPageTexts.AboveHint);

    private async Task<Guid?> ParentAsync(FormState form, CancellationToken cancellation)
    {
        if (form["parent"].Length == 0)
            return null;
        if ((await choice.ResolveAsync(form["parent"], "parent", Today, cancellation)).TryGet(out var parent, out var refusal))
            return parent;
        form.Reject(refusal);
        return null;
    }

    private Task<Outcome<Actor>> OverAsync(Guid? unit, CancellationToken cancellation) => unit is { } id ? door.OverUnitAsync(id, cancellation) : door.OverAllAsync(cancellation);

    /// <summary>After a conflict the person has seen the newest version: their words stand in the form, the next press stores them.</summary>
    private async Task<FormState> SeenAsync(Guid id, FormState form, CancellationToken cancellation) =>
        form.With("seen", (await db.Set<OrgUnit>().AsNoTracking().Where(u => u.Id == id).Select(u => u.RowVersion).FirstAsync(cancellation)).ToString(CultureInfo.InvariantCulture));

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
