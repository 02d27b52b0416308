using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Matching;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Luoshi.Reading;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Outlines;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Comparing;

/// <summary>What of the ledger a person may hold side by side.</summary>
/// <param name="Ledger">Lists with their numbers: for people with a role.</param>
/// <param name="Drafts">Cards that are not out: the office's alone.</param>
internal sealed record Sight(bool Ledger, bool Drafts);

/// <summary>Opens what an address names as one side of a comparison.</summary>
internal sealed class Sides(LuoshiDb db, OpenDocuments documents, LedgerStatements statements)
{
    public static string DocumentCode(Guid id) => $"d:{id:N}";

    public static string CardCode(Guid id) => $"c:{id:N}";

    public static string ListCode(Guid id, Period? period = null) => period is { } at ? $"l:{id:N}@{at}" : $"l:{id:N}";

    public async Task<Side?> OpenAsync(string? code, Sight sight, CancellationToken cancellation = default)
    {
        if (code is not [_, ':', ..] || !Guid.TryParse(code.AsSpan(2, Math.Min(32, code.Length - 2)), out var id))
            return null;
        return code[0] switch
        {
            'd' => await DocumentAsync(id, cancellation),
            'c' => await CardAsync(id, sight.Drafts, cancellation),
            'l' when sight.Ledger => await ListAsync(id, code, cancellation),
            _ => null,
        };
    }

    private async Task<Side?> DocumentAsync(Guid id, CancellationToken cancellation)
    {
        if (await documents.HandleAsync(id, cancellation) is not { } document)
            return null;
        var (reading, code) = (document.Current, DocumentCode(id));
        return new Side
        {
            Code = code,
            Title = document.Title,
            Href = $"/documents/{id}",
            Statements = DocumentStatements.Of(reading, document.Findings, code, i => $"/documents/{id}?at={i.ToString(CultureInfo.InvariantCulture)}&pane=text#c{i.ToString(CultureInfo.InvariantCulture)}"),
            Period = reading.Outline.Kind == DocumentKind.List ? null : reading.Outline.ReportPeriod,
            Plan = reading.Outline.PlanPeriod ?? (reading.Outline.Year is { } year ? Kernel.Time.Period.OfYear(year) : null),
            Reading = reading,
        };
    }

    private async Task<Side?> CardAsync(Guid id, bool drafts, CancellationToken cancellation)
    {
        if (await db.Set<Card>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } card || (card.State == CardState.Draft && !drafts))
            return null;
        var reading = LuoshiReader.Read(new SourceDocument("card.txt", DocumentFormat.Text, "utf-8", card.Text, []));
        var (code, page) = (CardCode(id), card.State == CardState.Draft ? $"/ledger/cards/{id}" : $"/cards/{id}");
        var plan = await db.Set<PromiseList>().Where(l => l.Id == card.ListId).Select(l => l.Plan).FirstAsync(cancellation);
        return new Side
        {
            Code = code,
            Title = card.Title,
            Href = page,
            Statements = DocumentStatements.Of(reading, LuoshiReader.Audit([reading])[0], code, i => $"{page}#p{reading.Document.LineOf(reading.Claims[i].Raw.Start).ToString(CultureInfo.InvariantCulture)}"),
            Period = card.Period,
            Plan = plan,
            Reading = reading,
            IsInternal = card.State == CardState.Draft,
        };
    }

    private async Task<Side?> ListAsync(Guid id, string code, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } list)
            return null;
        var at = code.IndexOf('@', StringComparison.Ordinal);
        var period = at > 0 && Kernel.Time.Period.TryParse(code.AsSpan(at + 1), out var asked) ? asked : await LastAsync(list, cancellation);
        return new Side
        {
            Code = ListCode(id, period),
            Title = $"{list.Title}（{period}）",
            Href = $"/ledger/lists/{id}?period={period}",
            Statements = await statements.OfAsync(list, period, cancellation),
            Period = period,
            Plan = list.Plan,
            IsInternal = true,
        };
    }

    /// <summary>Up to the last month anything was accepted for; the whole plan when nothing was.</summary>
    private async Task<Period> LastAsync(PromiseList list, CancellationToken cancellation)
    {
        var (start, end) = (list.Plan.FirstDay, list.Plan.LastDay);
        var last = await db.Set<AcceptedFigure>().Where(f => f.PeriodEnd >= start && f.PeriodEnd <= end).Select(f => (DateOnly?)f.PeriodEnd).MaxAsync(cancellation);
        return last is { } day ? Kernel.Time.Period.OfMonth(day.Year, day.Month) : list.Plan;
    }
}
