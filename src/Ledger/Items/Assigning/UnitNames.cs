using Luoshi.Kernel.Outcomes;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;

namespace Luoshi.Ledger.Items.Assigning;

/// <summary>Finds the units an officer typed by name, in full or in short, as task sheets are copied.</summary>
internal sealed class UnitNames(OrgDirectory directory, TimeProvider clock)
{
    public async Task<Outcome<IReadOnlyList<Guid>>> FindAsync(string field, IReadOnlyList<string> names, CancellationToken cancellation = default)
    {
        var found = new List<Guid>(names.Count);
        foreach (var name in names)
        {
            var units = await directory.NamedAsync(name, LocalTime.Today(clock), cancellation);
            if (units.Count == 0)
                return AssignRefusals.UnknownUnit(field, name);
            if (units.Count > 1)
                return AssignRefusals.ManyUnits(field, name);
            found.Add(units[0].Id);
        }

        return found;
    }
}
