using System.Globalization;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Ledger.Documents.Pages;

internal enum ReaderTab
{
    Figures,
    Audit,
    Outline,
    Repairs,
}

/// <summary>The state of the reading page, all of it in the address: any view can be sent to a colleague.</summary>
internal sealed record ReaderQuery
{
    public ReaderTab Tab { get; init; }

    /// <summary>The chosen figure, or -1.</summary>
    public int At { get; init; } = -1;

    /// <summary>Page of the text counted from 1, or null to follow the chosen figure.</summary>
    public int? Text { get; init; }

    /// <summary>A place of the raw text somebody was sent to: a promise's sentence.</summary>
    public SourceSpan? Place { get; init; }

    /// <summary>Page of the table counted from 1, or null to follow the chosen figure.</summary>
    public int? Page { get; init; }

    public string Search { get; init; } = "";

    public Stance? Stance { get; init; }

    public Measure? Measure { get; init; }

    public Verdict? Verdict { get; init; }

    public int? Section { get; init; }

    public string Sort { get; init; } = "";

    /// <summary>On a phone: the text is shown instead of the table.</summary>
    public bool TextPane { get; init; }

    public bool IsFiltered => Search.Length > 0 || Stance is not null || Measure is not null || Verdict is not null || Section is not null;

    public static ReaderQuery From(IQueryCollection query) => new()
    {
        Tab = Word<ReaderTab>(query["tab"]) ?? ReaderTab.Figures,
        At = Number(query["at"]) ?? -1,
        Text = Number(query["text"]),
        Place = Span(query["place"]),
        Page = Number(query["page"]),
        Search = query["q"].ToString().Trim(),
        Stance = Word<Stance>(query["stance"]),
        Measure = Word<Measure>(query["measure"]),
        Verdict = Word<Verdict>(query["verdict"]),
        Section = Number(query["section"]),
        Sort = query["sort"].ToString(),
        TextPane = query["pane"] == "text",
    };

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Word<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]) ? value : null;

    private static SourceSpan? Span(string? text) =>
        text?.Split('-') is [var from, var to] && Number(from) is { } start && Number(to) is { } end && end > start ? new SourceSpan(start, end) : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
