using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>Mergers and splits. Successors that are new are set up in the same transaction: with a refusal nothing of it happens.</summary>
internal static class ReorganiseRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{id:guid}/merge", (Guid id, ReorganiseForms forms, CancellationToken cancellation) => forms.ShowAsync(id, isSplit: false, cancellation));
        pages.MapPost("/{id:guid}/merge", (Guid id, HttpContext http, ReorganiseForms forms) => forms.CarryOutAsync(id, isSplit: false, http));
        pages.MapGet("/{id:guid}/split", (Guid id, ReorganiseForms forms, CancellationToken cancellation) => forms.ShowAsync(id, isSplit: true, cancellation));
        pages.MapPost("/{id:guid}/split", (Guid id, HttpContext http, ReorganiseForms forms) => forms.CarryOutAsync(id, isSplit: true, http));
    }
}

internal sealed class ReorganiseForms(LuoshiDb db, AdminDoor door, UnitSheets sheets, UnitChoice choice, UnitRegister units, Reorganisation reorganise, TimeProvider clock)
{
    private static readonly string[] Parts = ["main", "second", "third"];

    private DateOnly Today => LocalTime.Today(clock);

    public async Task<IResult> ShowAsync(Guid id, bool isSplit, CancellationToken cancellation)
    {
        if ((await door.OverUnitAsync(id, cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        return await PageAsync(id, isSplit, new FormState().With("on", Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), cancellation);
    }

    public async Task<IResult> CarryOutAsync(Guid id, bool isSplit, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (!(await door.OverUnitAsync(id, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        if (AdminInput.NeededDay(form, "on") is { } on && await EndingAsync(id, form, cancellation) is { } ending)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await SuccessorsAsync(id, isSplit, form, on, actor, cancellation) is { } successors)
            {
                var outcome = await CarryOutAsync(ending, successors, form, on, actor, cancellation);
                if (outcome.TryGet(out _, out refusal))
                {
                    await transaction.CommitAsync(cancellation);
                    return Results.Redirect($"/admin/units/{successors["main"]}");
                }

                form.Reject(refusal);
            }

            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        return await PageAsync(id, isSplit, form, cancellation);
    }

    private Task<Outcome<int>> CarryOutAsync(List<Guid> ending, Dictionary<string, Guid> successors, FormState form, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        var plan = new ReorganisationPlan
        {
            Ending = ending,
            MainSuccessor = successors["main"],
            On = on,
            Basis = form["basis"],
            Posts = Elsewhere(form, "p-", successors),
            Work = Elsewhere(form, "w-", successors),
        };
        return reorganise.CarryOutAsync(plan, actor, cancellation);
    }

    /// <summary>This unit and those typed beside it; each must be this administrator's.</summary>
    private async Task<List<Guid>?> EndingAsync(Guid id, FormState form, CancellationToken cancellation)
    {
        var ending = new List<Guid> { id };
        foreach (var line in form["also"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (await OwnAsync(line, "also", form, cancellation) is not { } unit)
                return null;
            ending.Add(unit);
        }

        return [.. ending.Distinct()];
    }

    private async Task<Dictionary<string, Guid>?> SuccessorsAsync(Guid id, bool isSplit, FormState form, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        var successors = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var part in isSplit ? Parts : Parts[..1])
        {
            if (part == "third" && form[part].Length == 0)
                continue;
            var meant = await choice.MeantAsync(form[part], Today, cancellation);
            var unit = meant.Count == 0 && form["new"] == "on" && form[part].Length > 0
                ? await NewAsync(id, part, form, on, actor, cancellation)
                : await OwnAsync(form[part], part, form, cancellation);
            if (unit is not { } known)
                return null;
            successors[part] = known;
        }

        return successors;
    }

    private async Task<Guid?> NewAsync(Guid id, string part, FormState form, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        var parent = await db.Set<OrgUnit>().Where(u => u.Id == id).Select(u => u.ParentId).FirstAsync(cancellation);
        if ((await (parent is { } above ? door.OverUnitAsync(above, cancellation) : door.OverAllAsync(cancellation))).Refusal is { } foreign)
        {
            form.Reject(foreign with { Where = part });
            return null;
        }

        if ((await units.AddAsync(new NewUnit { Name = form[part], ParentId = parent, From = on }, actor, form["basis"], cancellation)).TryGet(out var unit, out var refusal))
            return unit;
        form.Reject(refusal with { Where = part });
        return null;
    }

    private async Task<Guid?> OwnAsync(string text, string field, FormState form, CancellationToken cancellation)
    {
        if (!(await choice.ResolveAsync(text, field, Today, cancellation)).TryGet(out var unit, out var refusal))
        {
            form.With(field, form[field]).Reject(refusal);
            return null;
        }

        if ((await door.OverUnitAsync(unit, cancellation)).Refusal is not { } foreign)
            return unit;
        form.Reject(foreign with { Where = field });
        return null;
    }

    /// <summary>What was sent to another successor than the main one.</summary>
    private static Dictionary<Guid, Guid> Elsewhere(FormState form, string prefix, Dictionary<string, Guid> successors) => form.Fields
        .Where(field => field.StartsWith(prefix, StringComparison.Ordinal) && form[field] != "main" && successors.ContainsKey(form[field]))
        .Select(field => (Id: Guid.TryParseExact(field[prefix.Length..], "N", out var id) ? id : Guid.Empty, To: successors[form[field]]))
        .Where(pair => pair.Id != Guid.Empty).ToDictionary(pair => pair.Id, pair => pair.To);

    private async Task<IResult> PageAsync(Guid id, bool isSplit, FormState form, CancellationToken cancellation) =>
        await sheets.OfAsync(id, cancellation) is { } sheet
            ? Page.Of<ReorganisePage>(
                new { Sheet = sheet, Units = await choice.AllAsync(Today, cancellation), Form = form, IsSplit = isSplit },
                form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Page.NotFound();
}
