using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits.Import;

public sealed record OrgImportResult(int Units, int Posts, int People, int Roles);

/// <summary>
/// Units, posts, people and roles from one sheet. Preview with <see cref="ReadAsync"/>, store with <see cref="ApplyAsync"/>:
/// all of it or, with a single fault, nothing. What exists already (same names) is left as it is, so a sheet can be imported again.
/// </summary>
public sealed class OrgImport(LuoshiDb db)
{
    private static readonly Refusal HasFaults = new("org.sheet_faults", "表中还有错误，请按单元格提示修改后再导入；目前什么都没有存入。", "The sheet still has faults; correct the cells named and import again. Nothing was stored.");
    private static readonly Dictionary<string, Guid> NoChoices = new(StringComparer.Ordinal);

    /// <param name="choices">Which of several units a name in the sheet means.</param>
    public async Task<Outcome<OrgSheet>> ReadAsync(byte[] content, string fileName, IReadOnlyDictionary<string, Guid>? choices = null, CancellationToken cancellation = default)
    {
        if (!OrgSheet.Read(content, fileName).TryGet(out var sheet, out var refusal))
            return refusal;
        var plan = await PlanAsync(sheet, DateOnly.MinValue, choices ?? NoChoices, cancellation);
        return sheet with { Faults = [.. sheet.Faults, .. plan.Faults], Preview = plan.Preview, Ambiguous = plan.Ambiguous, Choices = choices ?? NoChoices };
    }

    public async Task<Outcome<OrgImportResult>> ApplyAsync(OrgSheet sheet, DateOnly from, Actor actor, string? basis = null, CancellationToken cancellation = default)
    {
        var plan = await PlanAsync(sheet, from, sheet.Choices, cancellation);
        if (sheet.Faults.Count + plan.Faults.Count > 0)
            return HasFaults;
        db.Begin(OrgTexts.Import, actor, basis: basis);
        db.AddRange(plan.Added);
        await db.SaveChangesAsync(cancellation);
        return new OrgImportResult(plan.Added.OfType<OrgUnit>().Count(), plan.Added.OfType<Post>().Count(), plan.Added.OfType<Person>().Count(), plan.Added.OfType<RoleBinding>().Count());
    }

    private async Task<OrgImportPlan> PlanAsync(OrgSheet sheet, DateOnly from, IReadOnlyDictionary<string, Guid> choices, CancellationToken cancellation)
    {
        var known = new OrgInventory(
            await db.Set<OrgUnit>().AsNoTracking().Where(u => u.Until == null).ToListAsync(cancellation),
            await db.Set<Post>().AsNoTracking().Where(p => p.Until == null).ToListAsync(cancellation),
            await db.Set<Person>().AsNoTracking().ToListAsync(cancellation),
            await db.Set<PostHolding>().AsNoTracking().Where(h => h.Until == null).ToListAsync(cancellation),
            await db.Set<RoleBinding>().AsNoTracking().Where(b => b.Until == null).ToListAsync(cancellation));
        var plan = new OrgImportPlan(from, known, choices);
        plan.Take(sheet.Lines);
        return plan;
    }
}
