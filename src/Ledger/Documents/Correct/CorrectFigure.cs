using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Luoshi.Reading.Claims;

namespace Luoshi.Ledger.Documents.Correct;

/// <summary>Keeps what a person says of a figure beside the machine's reading.</summary>
internal sealed class CorrectFigure(LuoshiDb db, TimeProvider clock)
{
    public const string Indicator = "indicator";
    public const string Unit = "unit";
    public const string StanceField = "stance";
    public const string Plan = "plan";
    public const string Reason = "reason";
    public const string Person = "person";

    /// <summary>The form as it stands before anybody typed.</summary>
    public static FormState Start(OpenDocument document, int figure, string person)
    {
        var claim = document.Claims[figure];
        return new FormState()
            .With(Indicator, claim.Indicator)
            .With(Unit, claim.Unit)
            .With(StanceField, StanceWord(claim.Stance))
            .With(Plan, document.Corrections.Of(claim.Raw) is { Plan: { } kept } before ? new TypedPlan(kept, before.PlanMax, before.PlanBound).ToString() : null)
            .With(Reason, "")
            .With(Person, person);
    }

    /// <summary>Stores the correction; on a refusal the form says what to change.</summary>
    public async Task<bool> HandleAsync(OpenDocument document, int figure, FormState form, CancellationToken cancellation)
    {
        var machine = document.Machine.Claims[figure];
        Check(form, Indicator, Correction.IndicatorLength, required: true);
        Check(form, Unit, Correction.UnitLength, required: false);
        Check(form, Reason, Correction.ReasonLength, required: true);
        Check(form, Person, Correction.PersonLength, required: true);
        var plan = ReadPlan(form);
        var stance = form[StanceField] == StanceWord(Stance.Planned) ? Stance.Planned : Stance.Done;
        if (plan is not null && stance == Stance.Planned)
            form.Reject(Plan, CorrectionTexts.PlanOfPlan);
        if (form.HasErrors)
            return false;
        var correction = new Correction
        {
            DocumentId = document.Facts.Id,
            Start = machine.Raw.Start,
            End = machine.Raw.End,
            Indicator = form[Indicator] == machine.Indicator ? null : form[Indicator],
            Unit = form[Unit] == machine.Unit ? null : form[Unit],
            Stance = stance == machine.Stance ? null : stance,
            Plan = plan?.Value,
            PlanMax = plan?.Max,
            PlanBound = plan?.Bound ?? Bound.Exact,
            Reason = form[Reason],
            Person = form[Person],
            At = clock.GetUtcNow().UtcDateTime,
        };
        if (correction.IsReset && document.Corrections.Of(machine.Raw) is null)
        {
            form.Reject(new Refusal("correction.nothing", CorrectionTexts.NothingChanged.Chinese, CorrectionTexts.NothingChanged.English));
            return false;
        }

        db.Begin(DocumentProcesses.Correct, DocumentProcesses.Person(form[Person]), form[Reason]);
        db.Add(correction);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Puts the machine's reading back, with who and why.</summary>
    public async Task<bool> ResetAsync(OpenDocument document, int figure, FormState form, CancellationToken cancellation)
    {
        Check(form, Reason, Correction.ReasonLength, required: true);
        Check(form, Person, Correction.PersonLength, required: true);
        if (form.HasErrors)
            return false;
        var raw = document.Machine.Claims[figure].Raw;
        if (document.Corrections.Of(raw) is null)
            return true;
        db.Begin(DocumentProcesses.Reset, DocumentProcesses.Person(form[Person]), form[Reason]);
        db.Add(new Correction
        {
            DocumentId = document.Facts.Id,
            Start = raw.Start,
            End = raw.End,
            Reason = form[Reason],
            Person = form[Person],
            At = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    internal static string StanceWord(Stance stance) => stance == Stance.Planned ? "planned" : "done";

    private static TypedPlan? ReadPlan(FormState form)
    {
        if (form[Plan].Length == 0)
            return null;
        if (TypedPlan.Parse(form[Plan]) is { } plan)
            return plan;
        form.Reject(Plan, CorrectionTexts.PlanNotANumber);
        return null;
    }

    private static void Check(FormState form, string field, int most, bool required)
    {
        if (required && form[field].Length == 0)
            form.Reject(field, CorrectionTexts.Missing(field));
        else if (form[field].Length > most)
            form.Reject(field, CorrectionTexts.TooLong(most));
    }
}
