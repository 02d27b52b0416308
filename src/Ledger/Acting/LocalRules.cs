using Luoshi.Kernel.Places;
using Luoshi.Kernel.Rules;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.RulePacks;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Acting;

/// <summary>The rules in force for a list on a day, as assessment needs them and as pages show them.</summary>
internal sealed class LocalRules(RulePackLibrary library)
{
    public RulePack PackOf(PromiseList list, DateOnly day) =>
        library.InForce(DivisionCode.TryParse(list.DivisionCode, out var division) ? division : default, day);

    public AssessmentRules Of(PromiseList list, DateOnly day)
    {
        var pack = PackOf(list, day);
        var rule = pack.Assessment;
        return new AssessmentRules
        {
            Version = pack.Version,
            Curve = PlannedCurve.Of(rule.Curve.Select(p => new PlanPoint(p.Month, p.Share)), rule.Interpolate),
            Basis = rule.Measure == BandMeasure.OfDue ? BandBasis.OfDue : BandBasis.Points,
            Bands = [.. rule.Bands.Select(b => new Band(b.AtLeast, Parse<Progress>(b.Progress), Parse<Light>(b.Light), b.AboveOnly))],
            MilestoneAlarmDays = rule.MilestoneAlarmDays,
            AboutPercent = rule.AboutPercent,
            MetBy = rule.MetByWorkingPlan ? MetBy.WorkingPlan : MetBy.Promise,
            Unreported = Parse<Light>(rule.Unreported),
            PercentDecimals = rule.PercentDecimals,
        };
    }

    /// <summary>Said of a number nobody has judged yet, so no jurisdiction has a word of its own for it.</summary>
    public static readonly Words Awaited = new("尚无数据", "no figure yet");

    /// <summary>A light as this jurisdiction calls and colours it; the shape tells it without colour.</summary>
    public static StatusLook Look(RulePack pack, Light light, Progress progress)
    {
        var look = pack.Lights[Code(light)];
        return new StatusLook(Shape(light), progress == Progress.Awaited ? Awaited : pack.ProgressWords[Code(progress)], Enum.Parse<Tone>(look.Colour, ignoreCase: true), look.Word);
    }

    private static StatusShape Shape(Light light) => light switch
    {
        Light.Good => StatusShape.Dot,
        Light.Warning => StatusShape.Triangle,
        Light.Alarm => StatusShape.Diamond,
        Light.Done => StatusShape.Check,
        _ => StatusShape.Ring,
    };

    private static T Parse<T>(string code)
        where T : struct, Enum => Enum.Parse<T>(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public static string Code<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
