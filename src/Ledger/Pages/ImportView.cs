using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Lists;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

internal sealed record ImportView
{
    public required ImportDraft Draft { get; init; }

    public required PromiseList List { get; init; }

    public required SheetTable Table { get; init; }

    public required IReadOnlyList<SheetField> Mapping { get; init; }

    public required SheetPreview Preview { get; init; }

    /// <summary>What the printed units and officials may mean.</summary>
    public required NamesFound Names { get; init; }

    /// <summary>What a person chose where a name alone does not tell.</summary>
    public required IReadOnlyDictionary<string, Guid> Choices { get; init; }

    public IReadOnlyDictionary<string, Guid> Units => Names.UnitsBy(Choices);

    public IReadOnlyDictionary<string, Guid> Posts => Names.PostsBy(Choices);

    /// <summary>What each unit would be asked for.</summary>
    public IReadOnlyList<AskedOfUnit> Burden { get; init; } = [];

    public FormState Form { get; init; } = new();
}

/// <summary>A task sheet between upload and adoption.</summary>
internal sealed class SheetImports(LuoshiDb db, PrintedNames names, AdoptProposal adopt, ImportBurden burden, UnitRegister register, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task<Outcome<Guid>> ReceiveAsync(Guid listId, string fileName, byte[] content, ActingPerson acting, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        if (list.Closed)
            return LedgerRefusals.ListClosed;
        if (!SheetTable.Read(content, fileName).TryGet(out var table, out var refusal))
            return refusal;
        var draft = new ImportDraft
        {
            ListId = listId,
            FileName = fileName.Length <= ImportDraft.MaxFileName ? fileName : fileName[^ImportDraft.MaxFileName..],
            Rows = JsonSerializer.Serialize(table, Json),
            Mapping = JsonSerializer.Serialize(ColumnNames.Guess(table.Headers), Json),
            ByPost = acting.Actor.PostId ?? acting.Person,
            At = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return draft.Id;
    }

    public async Task<ImportView?> OfAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<ImportDraft>().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } draft)
            return null;
        var list = await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == draft.ListId, cancellation);
        var table = JsonSerializer.Deserialize<SheetTable>(draft.Rows, Json) ?? new SheetTable([], []);
        var mapping = JsonSerializer.Deserialize<List<SheetField>>(draft.Mapping, Json) ?? [];
        var preview = SheetProposer.Propose(table, mapping, list.Plan.Year);
        var found = await names.FindAsync(preview.Proposal, cancellation);
        var choices = JsonSerializer.Deserialize<Dictionary<string, Guid>>(draft.Choices, Json) ?? [];
        // Until somebody chooses, what the page proposes is what would be adopted.
        var likely = new Dictionary<string, Guid>(choices, StringComparer.Ordinal);
        foreach (var name in found.Units.Where(n => n.IsOpen))
            likely.TryAdd(name.Text, ImportChoices.Proposed(name));
        var (proposal, units) = found.Spread(preview.Proposal, likely);
        return new ImportView
        {
            Draft = draft,
            List = list,
            Table = table,
            Mapping = mapping,
            Preview = preview,
            Names = found,
            Choices = choices,
            Burden = draft.AdoptedAt is null ? await burden.OfAsync(proposal, list.Year, units, cancellation) : [],
        };
    }

    public async Task MapAsync(ImportView view, IReadOnlyList<SheetField> mapping, IReadOnlyDictionary<string, Guid> choices, CancellationToken cancellation)
    {
        view.Draft.Choices = JsonSerializer.Serialize(choices, Json);
        view.Draft.Mapping = JsonSerializer.Serialize(mapping, Json);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<Outcome<Adopted>> AdoptAsync(ImportView view, ActingPerson acting, CancellationToken cancellation)
    {
        if (view.Draft.AdoptedAt is not null)
            return new Refusal("import.adopted", "这份分解表已经采纳过了。", "This sheet was adopted already.");
        if (view.Preview.Errors.Count > 0)
            return new Refusal("import.errors", $"还有{view.Preview.Errors.Count}处错误，请先更正，或改变列的对应关系。", $"{view.Preview.Errors.Count} cells are wrong; correct them or change the mapping.");
        // One transaction: the units the sheet brings with it, its tasks, and that it was adopted.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (proposal, known) = view.Names.Spread(view.Preview.Proposal, view.Choices);
        var units = new Dictionary<string, Guid>(known, StringComparer.Ordinal);
        foreach (var name in view.Names.Units.Where(n => (n.Candidates.Count == 0 || n.ByShortForm) && view.Choices.GetValueOrDefault(n.Text) == NamesFound.New).Select(n => n.Text))
        {
            var wanted = new NewUnit { Name = name, ParentId = acting.Unit, From = Earlier(view.List.Plan.FirstDay, LocalTime.Today(clock)) };
            if (!(await register.AddAsync(wanted, acting.Actor, $"《{view.Draft.FileName}》", cancellation)).TryGet(out var unit, out var refused))
                return refused;
            units[name] = unit;
        }

        view.Draft.AdoptedAt = clock.GetUtcNow().UtcDateTime;
        var adopted = await adopt.RunAsync(new Adoption(view.List.Id, proposal, units, LedgerProcesses.Import) { Posts = view.Posts, File = view.Draft.FileName }, acting, cancellation);
        if (adopted.IsOk)
            await transaction.CommitAsync(cancellation);
        return adopted;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>The units of names that tell by themselves.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> UnitsAsync(Proposal proposal, CancellationToken cancellation) =>
        (await names.FindAsync(proposal, cancellation)).UnitsBy(new Dictionary<string, Guid>());
}
