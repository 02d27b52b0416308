using System.Globalization;
using System.Text;
using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;

namespace Luoshi.Ledger.ReportCards;

/// <summary>Writes a paragraph and notes the place of every number while doing so.</summary>
internal sealed class SentenceBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<PrintedNumber> numbers = [];

    public bool IsEmpty => text.Length == 0;

    public SentenceBuilder Say(string words)
    {
        text.Append(words);
        return this;
    }

    public SentenceBuilder Amount(CardFigure figure, decimal value, PrintedAs printed = PrintedAs.Amount, Guid? partOf = null)
    {
        var start = text.Length;
        text.Append(figure.Unit.Print(value));
        numbers.Add(new PrintedNumber(figure.Indicator, printed, value, figure.Unit.Unit, new SourceSpan(start, text.Length)) { Name = figure.Name, PartOf = partOf });
        return this;
    }

    /// <summary>What was said so far.</summary>
    public string Said => text.ToString();

    public SentenceBuilder Share(CardFigure figure, Percent percent, PrintedAs printed = PrintedAs.OfPlan)
    {
        var start = text.Length;
        text.Append(percent.ToString());
        numbers.Add(new PrintedNumber(figure.Indicator, printed, percent.Value, "%", new SourceSpan(start, text.Length)) { Name = figure.Name });
        return this;
    }

    public SentenceBuilder Count(int count, string unit, string? name = null, IReadOnlyList<int>? items = null)
    {
        var start = text.Length;
        text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
        numbers.Add(new PrintedNumber(Indicator: null, PrintedAs.Count, count, unit, new SourceSpan(start, text.Length)) { Name = name, Items = items });
        return this;
    }

    public CardParagraph Done(ParagraphKind kind, Guid? item = null) => new(kind, text.ToString(), numbers, item);
}
