using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Ledger.ReportCards.Gate;

namespace Luoshi.Ledger.ReportCards.Publishing;

/// <summary>The numbers a card was generated from, as they are stored with it.</summary>
internal static class CardFigures
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string ToJson(IReadOnlyList<ExpectedNumber> numbers) => JsonSerializer.Serialize(numbers, Options);

    public static IReadOnlyList<ExpectedNumber> FromJson(string json) => JsonSerializer.Deserialize<List<ExpectedNumber>>(json, Options) ?? [];
}
