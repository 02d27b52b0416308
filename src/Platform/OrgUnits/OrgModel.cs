using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits;

internal static class OrgModel
{
    public static ModuleModel AddOrgUnits(this ModuleModel model) => model
        .Table<OrgUnit>("org_units", unit =>
        {
            unit.Property(u => u.Name).HasMaxLength(OrgUnit.MaxName);
            unit.Property(u => u.ShortName).HasMaxLength(OrgUnit.MaxName);
            unit.HasIndex(u => u.Path).IsUnique();
            unit.HasIndex(u => u.Name);
            unit.HasOne<OrgUnit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        })
        .Table<OrgSuccession>("org_successions", succession =>
        {
            succession.HasOne<OrgUnit>().WithMany().HasForeignKey(s => s.FromId).OnDelete(DeleteBehavior.Restrict);
            succession.HasOne<OrgUnit>().WithMany().HasForeignKey(s => s.ToId).OnDelete(DeleteBehavior.Restrict);
        })
        .Table<Post>("posts", post =>
        {
            post.Property(p => p.Title).HasMaxLength(Post.MaxTitle);
            post.HasOne<OrgUnit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        })
        .Table<Person>("people", person => person.Property(p => p.Name).HasMaxLength(Person.MaxName))
        .Table<PostHolding>("post_holdings", holding =>
        {
            holding.HasOne<Post>().WithMany().HasForeignKey(h => h.PostId).OnDelete(DeleteBehavior.Restrict);
            holding.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        })
        .Table<Import.OrgImportDraft>("org_import_drafts", draft => draft.Property(d => d.FileName).HasMaxLength(Import.OrgImportDraft.MaxFileName))
        .Table<PostDeputy>("post_deputies", deputy =>
        {
            deputy.HasOne<Post>().WithMany().HasForeignKey(d => d.PostId).OnDelete(DeleteBehavior.Restrict);
            deputy.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
}
