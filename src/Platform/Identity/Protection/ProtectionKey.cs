using System.Xml.Linq;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Protection;

/// <summary>A Data Protection key. Nodes share them through the database, or a cookie of one would be refused by the next.</summary>
[Unjournalled("keys come and go by themselves, and the journal must not hold one")]
internal sealed class ProtectionKey : Entity
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class ProtectionKeys(IDbContextFactory<LuoshiDb> factory) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = factory.CreateDbContext();
        return db.Set<ProtectionKey>().AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = factory.CreateDbContext();
        db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
