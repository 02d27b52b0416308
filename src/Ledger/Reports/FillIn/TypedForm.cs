using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>A unit's form as it was sent: which of two versions was chosen, and what it says.</summary>
internal static class TypedForm
{
    /// <summary>The value of a choice that takes what the other person saved.</summary>
    public const string Theirs = "theirs";

    public static string Choice(string field) => "k-" + field;

    /// <summary>Puts the saved text into every field for which the saved version was chosen.</summary>
    public static FormState Chosen(FormState form, ReportSheet saved)
    {
        foreach (var field in ReportFields.Of(saved).Where(f => form[Choice(f.Name)] == Theirs))
            form.With(field.Name, field.Stored);
        return form;
    }

    public static Outcome<TypedReport> Read(ReportSheet sheet, FormState form)
    {
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var lines = new List<TypedLine>();
        foreach (var id in sheet.Lines.Select(l => l.Indicator.Id))
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
            Lines = lines,
            Notes = [.. sheet.Items.Select(i => i.Id).Where(id => form.Has(ReportFields.Progress(id)))
                .Select(id => new TypedNote(id, form[ReportFields.Progress(id)], form[ReportFields.Problem(id)], form[ReportFields.Help(id)], form[ReportFields.Next(id)]))],
        };
    }
}
