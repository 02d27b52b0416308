using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Assigning;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Imports;

/// <param name="Units">Printed unit names and the units they were found to be; names without a unit are kept in the report of the import.</param>
internal sealed record Adoption(Guid ListId, Proposal Proposal, IReadOnlyDictionary<string, Guid> Units, ProcessKind Kind)
{
    /// <summary>Printed lead officials and the posts they were found or chosen to be.</summary>
    public IReadOnlyDictionary<string, Guid> Posts { get; init; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    /// <summary>The spreadsheet it comes from; null for a document, which keeps its own places.</summary>
    public string? File { get; init; }
}

/// <param name="UnknownUnits">Names no unit was found for; their items have to be assigned by hand.</param>
internal sealed record Adopted(int Items, int Indicators, IReadOnlyList<string> UnknownUnits);

/// <summary>Puts a whole proposal into a list in one transaction: either all of it is there afterwards or none.</summary>
internal sealed class AdoptProposal(LuoshiDb db, TaskNotices notices, TimeProvider clock)
{
    public async Task<Outcome<Adopted>> RunAsync(Adoption adoption, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<PromiseList>().FirstOrDefaultAsync(l => l.Id == adoption.ListId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        if (list.Closed)
            return LedgerRefusals.ListClosed;
        if (Fault(adoption.Proposal) is { } fault)
            return fault;

        db.Begin(adoption.Kind, acting.Actor);
        var taken = await db.Set<Item>().Where(i => i.ListId == list.Id).Select(i => (int?)i.Number).MaxAsync(cancellation) ?? 0;
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var (items, indicators) = (0, 0);
        var shares = new List<ItemUnit>();
        var categories = await CategoriesAsync(list, cancellation);
        foreach (var bundle in adoption.Proposal.Commitments)
        {
            var commitment = Bundle(list, bundle, categories);
            foreach (var proposed in bundle.Items)
            {
                items++;
                // Numbers of a first sheet are kept; a second one for the same list goes on behind it.
                var item = AddItem(list, commitment?.Id, proposed, adoption.File, taken == 0 ? proposed.Number : taken + items);
                item.LeadPostId = proposed.LeadOfficial is { } official && adoption.Posts.TryGetValue(official, out var post) ? post : null;
                var lead = Assign(item, proposed, adoption.Units, unknown, shares);
                indicators += AddIndicators(item, proposed, lead, adoption.Units);
            }
        }

        await notices.TellAsync(list, shares, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Adopted(items, indicators, [.. unknown]);
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private static Refusal? Fault(Proposal proposal)
    {
        var items = proposal.Items.ToArray();
        if (items.Length == 0)
            return new Refusal("import.empty", "没有可导入的事项。", "There is nothing to import.");
        if (items.GroupBy(i => i.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Refusal("import.number_twice", $"序号{twice.Key}出现了{twice.Count()}次，请更正后重新导入。", $"Number {twice.Key} occurs {twice.Count()} times; correct it and import again.");
        if (items.FirstOrDefault(i => i.Name.Length is 0 or > Item.MaxName || i.Content.Length > Item.MaxContent) is { } bad)
            return new Refusal("import.bad_name", $"第{bad.Number}项的名称为空或过长。", $"The name of item {bad.Number} is empty or too long.");
        foreach (var item in items)
        {
            if (Lengths.Fault(("location", item.Location, Item.MaxLocation), ("contact", item.Contact, Item.MaxContact), ("basis", item.PolicyBasis, Item.MaxBasis), ("summary", item.PublicSummary, Item.MaxSummary)) is { } tooLong)
                return tooLong with { Where = null, Chinese = $"第{item.Number}项：{tooLong.Chinese}", English = $"Item {item.Number}: {tooLong.English}" };
        }

        return null;
    }

    /// <summary>类 of the list by their names: a second sheet goes on under those of the first.</summary>
    private async Task<Dictionary<string, Commitment>> CategoriesAsync(PromiseList list, CancellationToken cancellation) =>
        (await db.Set<Commitment>().Where(c => c.ListId == list.Id && c.Level == CommitmentLevel.Category).ToListAsync(cancellation)).GroupBy(c => c.Promise, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private Guid? Category(PromiseList list, string? name, Dictionary<string, Commitment> known)
    {
        if (name is null)
            return null;
        if (!known.TryGetValue(name, out var category))
        {
            known[name] = category = new Commitment { ListId = list.Id, Level = CommitmentLevel.Category, Number = known.Count + 1, Promise = name };
            db.Add(category);
        }

        return category.Id;
    }

    private Commitment? Bundle(PromiseList list, ProposedCommitment bundle, Dictionary<string, Commitment> categories)
    {
        if (bundle.Promise is null)
            return null;
        var commitment = new Commitment { ListId = list.Id, ParentId = Category(list, bundle.Category, categories), Level = CommitmentLevel.Commitment, Number = bundle.Number, Promise = bundle.Promise, Source = bundle.Source };
        db.Add(commitment);
        return commitment;
    }

    private Item AddItem(PromiseList list, Guid? commitment, ProposedItem proposed, string? file, int number)
    {
        var item = new Item
        {
            ListId = list.Id,
            CommitmentId = commitment,
            Number = number,
            Name = proposed.Name,
            Content = proposed.Content,
            Source = proposed.Source,
            Sheet = file is not null && proposed.Stated is { } stated ? new SheetPlace { File = file, Row = stated.Row, Words = stated.Words } : null,
            Deadline = proposed.Deadline,
            Location = proposed.Location,
            Contact = proposed.Contact,
            PolicyBasis = proposed.PolicyBasis,
            LeadOfficial = proposed.LeadOfficial,
            PublicSummary = proposed.PublicSummary,
            Latitude = proposed.Place?.Latitude,
            Longitude = proposed.Place?.Longitude,
            TotalInvestment = proposed.TotalInvestment,
            YearInvestment = proposed.YearInvestment,
        };
        db.Add(item);
        db.AddRange(proposed.Funds.Select(f => new ItemFund { ItemId = item.Id, Source = f.Source, Planned = f.Planned, Arrived = f.Arrived, Paid = f.Paid }));
        return item;
    }

    /// <returns>The unit that will report the item: the lead, else the first responsible one.</returns>
    private Guid? Assign(Item item, ProposedItem proposed, IReadOnlyDictionary<string, Guid> units, SortedSet<string> unknown, List<ItemUnit> shares)
    {
        var assigned = new Dictionary<Guid, UnitRole>();
        foreach (var (name, role) in proposed.Units)
        {
            if (units.TryGetValue(name, out var unit))
                assigned.TryAdd(unit, role);
            else
                unknown.Add(name);
        }

        ItemUnit[] given = [.. assigned.Select(a => new ItemUnit { ItemId = item.Id, UnitId = a.Key, Role = a.Value })];
        db.AddRange(given);
        shares.AddRange(given);
        item.Status = assigned.Count > 0 ? ItemStatus.Decomposed : ItemStatus.Selected;
        return assigned.Count == 0 ? null : assigned.MinBy(a => a.Value).Key;
    }

    private int AddIndicators(Item item, ProposedItem proposed, Guid? unit, IReadOnlyDictionary<string, Guid> units)
    {
        var number = 0;
        var quantities = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var wanted in proposed.Indicators)
        {
            var headline = AddIndicator(item, wanted, ++number, partOf: null, By(wanted), Quantity(wanted));
            foreach (var part in wanted.Parts)
                AddIndicator(item, part, ++number, headline, By(part), Guid.CreateVersion7());
        }

        return number;

        Guid? By(ProposedIndicator indicator) => indicator.ReportedBy is { } name && units.TryGetValue(name, out var reporter) ? reporter : unit;

        // Stages of one quantity carry one name in sheets and documents.
        Guid Quantity(ProposedIndicator indicator)
        {
            if (!quantities.TryGetValue(indicator.Name + indicator.Unit.Unit, out var quantity))
                quantities[indicator.Name + indicator.Unit.Unit] = quantity = Guid.CreateVersion7();
            return quantity;
        }
    }

    private Guid AddIndicator(Item item, ProposedIndicator wanted, int number, Guid? partOf, Guid? unit, Guid quantity)
    {
        var indicator = new Indicator
        {
            ItemId = item.Id,
            PartOfId = partOf,
            QuantityId = quantity,
            Number = number,
            Name = wanted.Name,
            Kind = wanted.Kind,
            Direction = wanted.Direction,
            Counting = wanted.Counting,
            Stage = wanted.Stage,
            StageWord = wanted.StageWord,
            CountsAsPromised = wanted.CountsAsPromised,
            Unit = wanted.Unit.Unit,
            Power = wanted.Unit.Power,
            Baseline = wanted.Baseline,
            Ceiling = wanted.Ceiling ?? (wanted is { Kind: IndicatorKind.Rate, Unit.Unit: "%" } ? 100 : null),
            UnitId = unit,
            GivenAt = unit is null ? null : clock.GetUtcNow().UtcDateTime,
        };
        db.Add(indicator);
        db.Add(new Target
        {
            IndicatorId = indicator.Id,
            Version = 1,
            Promised = wanted.Promised,
            Bound = wanted.Bound,
            WorkingPlan = wanted.WorkingPlan,
            Deadline = wanted.Deadline ?? item.Deadline,
            At = clock.GetUtcNow().UtcDateTime,
            Source = wanted.Source,
        });
        db.AddRange(wanted.Plan.Select(p => new PlanEntry { IndicatorId = indicator.Id, Month = p.Month, Amount = p.Amount, Words = p.Words }));
        db.AddRange(wanted.Steps.Select((s, i) => new IndicatorStep { IndicatorId = indicator.Id, Number = i + 1, Name = s.Name, Due = s.Due }));
        return indicator.Id;
    }
}
