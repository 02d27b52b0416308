using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Lists;

internal sealed record NewList
{
    public required string Title { get; init; }

    public required string Place { get; init; }

    public required int Year { get; init; }

    public ListKind Kind { get; init; }

    public string? DivisionCode { get; init; }

    public Guid? DocumentId { get; init; }
}

/// <summary>Opens an empty list for a year.</summary>
internal sealed class OpenList(LuoshiDb db)
{
    public async Task<Outcome<Guid>> RunAsync(NewList wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (string.IsNullOrWhiteSpace(wanted.Title))
            return LedgerRefusals.Missing("title", "清单名称", "title of the list");
        if (wanted.Title.Length > PromiseList.MaxTitle)
            return LedgerRefusals.TooLong("title", PromiseList.MaxTitle);
        if (string.IsNullOrWhiteSpace(wanted.Place))
            return LedgerRefusals.Missing("place", "发布清单的政府", "government that promises");
        if (wanted.Year is < 1983 or > 2100)
            return LedgerRefusals.Missing("year", "年度（1983—2100）", "year (1983 to 2100)");
        var list = new PromiseList
        {
            Title = wanted.Title.Trim(),
            Place = wanted.Place.Trim(),
            Kind = wanted.Kind,
            Plan = Period.OfYear(wanted.Year),
            Year = wanted.Year,
            DivisionCode = wanted.DivisionCode,
            DocumentId = wanted.DocumentId,
        };
        db.Begin(LedgerProcesses.OpenList, acting.Actor);
        db.Add(list);
        await db.SaveChangesAsync(cancellation);
        return list.Id;
    }
}
