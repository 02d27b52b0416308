using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Exports;

/// <summary>
/// One JSON object a line. Field names are a contract with other programs: lines count from 1 in the raw text, <c>start</c> and <c>end</c>
/// are half-open UTF-16 offsets in the raw line, <c>clean_start</c> and <c>clean_end</c> offsets in the cleaned text.
/// <c>of</c> and <c>part_of</c> name another figure of the same document by its <c>id</c>.
/// </summary>
public static class ReadingJson
{
    private const int FlushAt = 64 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Every figure.</summary>
    /// <param name="withDocument">True where several documents share one stream: each line then begins with its document's name.</param>
    public static void WriteFigures(Stream stream, ReadingResult reading, bool withDocument = false)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var nth = Occurrences.Count(reading.Document, reading.Claims);
        var repairs = new RepairTrail(reading.Clean.Repairs);
        Lines(stream, reading.Claims.Count, (json, i) => Figure(json, reading, i, nth[i], repairs, withDocument));
    }

    /// <summary>The rows of a report card: every result set against its plan.</summary>
    public static void WriteRows(Stream stream, ReadingResult reading, IReadOnlyList<Finding> findings, bool withDocument = false)
    {
        var rows = findings.Where(finding => finding.Relation == Relation.OfPlan && finding.Verdict != Verdict.CannotTell).ToList();
        Lines(stream, rows.Count, (json, i) => Check(json, reading, rows[i], withDocument));
    }

    /// <summary>Every check of the audit, report-card rows among them.</summary>
    public static void WriteFindings(Stream stream, ReadingResult reading, IReadOnlyList<Finding> findings, bool withDocument = false)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Lines(stream, findings.Count, (json, i) => Check(json, reading, findings[i], withDocument));
    }

    private static void Lines(Stream stream, int count, Action<Utf8JsonWriter, int> write)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, Options);
        for (var i = 0; i < count; i++)
        {
            json.Reset();
            json.WriteStartObject();
            write(json, i);
            json.WriteEndObject();
            json.Flush();
            buffer.WriteByte((byte)'\n');
            if (buffer.Length < FlushAt)
                continue;
            buffer.WriteTo(stream);
            buffer.SetLength(0);
        }

        buffer.WriteTo(stream);
    }

    private static void Figure(Utf8JsonWriter json, ReadingResult reading, int id, int nth, RepairTrail repairs, bool withDocument)
    {
        var (document, claim) = (reading.Document, reading.Claims[id]);
        var start = document.ColumnOf(claim.Raw.Start);
        if (withDocument)
            Text(json, "document", document.Name);
        json.WriteNumber("line", document.LineOf(claim.Raw.Start));
        Text(json, "text", claim.Raw.Of(document.Text));
        if (nth > 1)
            json.WriteNumber("nth", nth);
        json.WriteNumber("value", PlainNumber.Trim(claim.Value));
        if (claim.Max is { } max)
            json.WriteNumber("max", PlainNumber.Trim(max));
        Text(json, "unit", claim.Unit);
        json.WriteString("bound", claim.Bound.Sign());
        json.WriteString("stance", claim.Stance.Word());
        json.WriteString("measure", claim.Measure.Word());
        Text(json, "indicator", document.Printed(claim.Indicator));
        if (claim.Period is { } period)
            json.WriteString("period", period.ToString());
        if (claim.Optional)
            json.WriteBoolean("optional", value: true);
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + claim.Raw.Length);
        json.WriteNumber("id", id);
        json.WriteNumber("clean_start", claim.Clean.Start);
        json.WriteNumber("clean_end", claim.Clean.End);
        if (claim.Stage is { } stage)
            Text(json, "stage", stage);
        if (claim.Of >= 0)
            json.WriteNumber("of", claim.Of);
        if (claim.PartOf >= 0)
            json.WriteNumber("part_of", claim.PartOf);
        repairs.Write(json, reading, claim);
    }

    private static void Check(Utf8JsonWriter json, ReadingResult reading, Finding finding, bool withDocument)
    {
        var (document, subject) = (reading.Document, reading.Claims[finding.Subject]);
        var start = document.ColumnOf(subject.Raw.Start);
        if (withDocument)
            Text(json, "document", document.Name);
        json.WriteNumber("line", document.LineOf(subject.Raw.Start));
        if (finding.Item is { } item)
            Text(json, "item", item);
        Text(json, "indicator", document.Printed(finding.Indicator));
        json.WriteNumber("actual", PlainNumber.Trim(finding.Actual));
        Text(json, "unit", finding.Unit);
        Number(json, "plan", finding.Plan);
        Number(json, "percent", finding.Percent);
        json.WriteString("verdict", finding.Verdict.Word());
        if (finding.ImpliedPlan is { } implied)
            json.WriteNumber("implied_plan", PlainNumber.Trim(implied));
        Flag(json, "lower_is_better", finding.LowerIsBetter);
        Flag(json, "stage", finding.Stage);
        Flag(json, "optional", finding.Optional);
        json.WriteString("relation", finding.Relation.Word());
        Text(json, "note", finding.Chinese);
        Text(json, "note_en", finding.English);
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + subject.Raw.Length);
        json.WriteNumber("id", finding.Subject);
        json.WriteStartArray("figures");
        foreach (var claim in finding.Claims)
            json.WriteNumberValue(claim);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, PlainNumber.Trim(number));
        else
            json.WriteNull(name);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
            json.WriteBoolean(name, value);
    }

    // A damaged document can hold half a surrogate pair, which no encoding can write.
    private static void Text(Utf8JsonWriter json, string name, string value) =>
        json.WriteString(name, value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) : value);
}
