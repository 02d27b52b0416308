using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>A unit's form as it was sent: which of two versions was chosen, and what it says.</summary>
internal static class TypedForm
{
    /// <summary>The value of a choice that takes what the other person saved.</summary>
    public const string Theirs = "theirs";

    public static string Choice(string field) => "k-" + field;

    private const string LeftAside = "left-aside";

    /// <summary>As long as a reason may be; what is longer was a text that can be written again from its beginning.</summary>
    private const int MostLeftAside = 1000;

    /// <summary>Puts the saved text into every field for which the saved version was chosen.</summary>
    public static FormState Chosen(FormState form, ReportSheet saved)
    {
        var aside = new List<string>();
        foreach (var field in ReportFields.Open(saved).Where(f => form[Choice(f.Name)] == Theirs))
        {
            if (form[field.Name].Length > 0 && !field.IsSame(form[field.Name], field.Stored))
                aside.Add($"{field.Label.Chinese}“{form[field.Name]}”");
            form.With(field.Name, field.Stored);
        }

        var text = string.Join('；', aside);
        return form.With(LeftAside, aside.Count == 0 ? "" : $"两人同时填报，未采用：{(text.Length <= MostLeftAside ? text : text[..MostLeftAside])}");
    }

    /// <summary>A running total that may stay as it was: last period's number can stand for a blank.</summary>
    public static bool Carries(SheetLine line) => line is { Settled: false, Value: null, Previous: not null, Indicator.Counting: Counting.Cumulative };

    /// <summary>Puts last period's number into every blank that may have it.</summary>
    public static FormState Carried(FormState form, ReportSheet sheet)
    {
        foreach (var line in sheet.Lines.Where(l => Carries(l) && form[ReportFields.Value(l.Indicator.Id)].Length == 0))
            form.With(ReportFields.Value(line.Indicator.Id), line.Indicator.Printed.Number(line.Previous ?? 0));
        return form;
    }

    public static Outcome<TypedReport> Read(ReportSheet sheet, FormState form)
    {
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var lines = new List<TypedLine>();
        foreach (var id in sheet.Lines.Where(l => !l.Settled).Select(l => l.Indicator.Id))
        {
            // A line the form did not bring, such as one added since it was opened, keeps what it had.
            if (!form.Has(ReportFields.Value(id)))
                continue;
            if (!LedgerRoutes.DayOf(form[ReportFields.StepDone(id)], ReportFields.StepDone(id)).TryGet(out var done, out var refusal))
                return refusal;
            lines.Add(new TypedLine(id, form[ReportFields.Value(id)], form[ReportFields.Reason(id)], done));
        }

        return new TypedReport
        {
            UnitId = sheet.UnitId,
            Period = sheet.Period,
            SeenVersion = seen,
            Submit = form["action"] == "submit",
            LeftAside = form[LeftAside] is { Length: > 0 } aside ? aside : null,
            BlankReason = form.Has(ReportFields.Blank) ? form[ReportFields.Blank] : sheet.Report?.BlankReason,
            Lines = lines,
            Notes = [.. sheet.Items.Where(i => i.IsOpen).Select(i => i.Id).Where(id => form.Has(ReportFields.Progress(id)))
                .Select(id => new TypedNote(id, form[ReportFields.Progress(id)], form[ReportFields.Problem(id)], form[ReportFields.Help(id)], form[ReportFields.Next(id)]))],
        };
    }
}
