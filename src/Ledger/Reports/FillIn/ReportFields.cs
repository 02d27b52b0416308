using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports.Checks;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>One field of a unit's form: how it is called, what is stored in it, and whose unit its number has.</summary>
internal sealed record ReportField(string Name, Words Label, string Stored, PrintedUnit? Unit = null)
{
    /// <summary>Two ways of writing one number are the same; words are compared as they are, but for blanks at their ends.</summary>
    public bool IsSame(string one, string other)
    {
        if (string.Equals(Plain(one), Plain(other), StringComparison.Ordinal))
            return true;
        return Unit is { } unit && TypedFigure.Parse(one, unit).TryGet(out var first, out _) && TypedFigure.Parse(other, unit).TryGet(out var second, out _) && first == second;
    }

    // A browser sends line breaks as CR LF, the database has them as they came.
    private static string Plain(string text) => text.Trim().ReplaceLineEndings("\n");
}

/// <summary>The fields of a unit's form by name, as page, drafts, comparisons of two versions and the check while typing know them.</summary>
internal static class ReportFields
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Why numbers of the report are empty.</summary>
    public const string Blank = "blank";

    public static string Value(Guid indicator) => $"v-{indicator}";

    public static string Reason(Guid indicator) => $"w-{indicator}";

    public static string StepDone(Guid indicator) => $"d-{indicator}";

    public static string Progress(Guid item) => $"p-{item}";

    public static string Problem(Guid item) => $"q-{item}";

    public static string Help(Guid item) => $"h-{item}";

    public static string Next(Guid item) => $"n-{item}";

    /// <summary>All fields of a version, to be compared with another one.</summary>
    public static IEnumerable<ReportField> Of(ReportSheet sheet) => Of(sheet, _ => true);

    /// <summary>The fields somebody may type into.</summary>
    public static IEnumerable<ReportField> Open(ReportSheet sheet) => Of(sheet, line => !line.Settled);

    private static IEnumerable<ReportField> Of(ReportSheet sheet, Func<SheetLine, bool> which)
    {
        foreach (var item in sheet.Items.Where(i => i.Lines.Any(which)))
        {
            foreach (var line in item.Lines.Where(which))
            {
                var (indicator, name) = (line.Indicator, FullName(line.Indicator));
                yield return new ReportField(Value(indicator.Id), Words.Same(name), line.Value is { } value ? indicator.Printed.Number(value) : "", indicator.Printed);
                yield return new ReportField(Reason(indicator.Id), new Words($"{name}：说明原因", $"{name}: reason"), line.WarningReason ?? "");
                if (line.Steps.Count > 0)
                    yield return new ReportField(StepDone(indicator.Id), new Words($"{name}：完成日期", $"{name}: done on"), line.StepDone?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            }

            yield return new ReportField(Progress(item.Id), Named(item, "进展情况", "progress"), item.Note?.Progress ?? "");
            yield return new ReportField(Problem(item.Id), Named(item, "存在问题", "problems"), item.Note?.Problem ?? "");
            yield return new ReportField(Help(item.Id), Named(item, "需协调事项", "help needed"), item.Note?.HelpNeeded ?? "");
            yield return new ReportField(Next(item.Id), Named(item, "下一步", "next step"), item.Note?.NextStep ?? "");
        }

        yield return new ReportField(Blank, Pages.ReportTexts.BlankReason, sheet.Report?.BlankReason ?? "");
    }

    /// <summary>The name with the verb of its stage, where the name does not say it.</summary>
    public static string FullName(Indicator indicator) => indicator.Name + StageVerb.Beside(indicator.Name, indicator.StageWord);

    /// <summary>What the form was opened with; it travels with the form, so that a later save can tell what this person changed.</summary>
    public static string Pack(IEnumerable<ReportField> fields) => JsonSerializer.Serialize(fields.Where(f => f.Stored.Length > 0).ToDictionary(f => f.Name, f => f.Stored, StringComparer.Ordinal), Json);

    /// <summary>Empty where the form did not bring any.</summary>
    public static IReadOnlyDictionary<string, string>? Unpack(string text)
    {
        if (text.Length == 0)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Words Named(SheetItem item, string chinese, string english) => new($"{item.Name}：{chinese}", $"{item.Name}: {english}");
}
