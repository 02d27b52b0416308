using Luoshi.Kernel.Time;

namespace Luoshi.Ledger.Assessments;

/// <summary>The light of one period.</summary>
internal readonly record struct LightOf(Period Period, Light Light);

/// <summary>What the lights of earlier periods say about now. A light that was red and recovered stays visible.</summary>
internal sealed record LightHistory
{
    private LightHistory(IReadOnlyList<LightOf> lights) => Lights = lights;

    /// <summary>In the order of periods.</summary>
    public IReadOnlyList<LightOf> Lights { get; }

    public static LightHistory Of(IEnumerable<LightOf> lights) => new([.. lights.OrderBy(l => l.Period)]);

    /// <summary>First period of the run of alarms that lasts until now, or null when the light is no alarm.</summary>
    public Period? AlarmSince
    {
        get
        {
            Period? since = null;
            for (var i = Lights.Count - 1; i >= 0 && Lights[i].Light == Light.Alarm; i--)
                since = Lights[i].Period;
            return since;
        }
    }

    /// <summary>How many periods running the light has been an alarm; bulletins and talks are counted in these.</summary>
    public int AlarmsRunning => Lights.Reverse().TakeWhile(l => l.Light == Light.Alarm).Count();

    /// <summary>The last alarm before the light got better, or null when there was none or it still burns.</summary>
    public Period? RecoveredFrom
    {
        get
        {
            if (Lights.Count == 0 || Lights[^1].Light is not (Light.Good or Light.Done))
                return null;
            for (var i = Lights.Count - 2; i >= 0; i--)
            {
                if (Lights[i].Light == Light.Alarm)
                    return Lights[i].Period;
            }

            return null;
        }
    }
}
