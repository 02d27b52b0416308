using System.Globalization;
using System.Text;
using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Ledger.Indicators;

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

    public SentenceBuilder Amount(Guid indicator, decimal value, PrintedUnit unit, PrintedAs printed = PrintedAs.Amount)
    {
        var start = text.Length;
        text.Append(unit.Print(value));
        numbers.Add(new PrintedNumber(indicator, printed, value, unit.Unit, new SourceSpan(start, text.Length)));
        return this;
    }

    public SentenceBuilder Share(Guid indicator, Percent percent)
    {
        var start = text.Length;
        text.Append(percent.ToString());
        numbers.Add(new PrintedNumber(indicator, PrintedAs.OfPlan, percent.Value, "%", new SourceSpan(start, text.Length)));
        return this;
    }

    public SentenceBuilder Count(int count, string unit)
    {
        var start = text.Length;
        text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
        numbers.Add(new PrintedNumber(Indicator: null, PrintedAs.Count, count, unit, new SourceSpan(start, text.Length)));
        return this;
    }

    public CardParagraph Done(ParagraphKind kind, Guid? item = null) => new(kind, text.ToString(), numbers, item);
}
