using Luoshi.Kernel.Places;
using Luoshi.Kernel.Time;

namespace Luoshi.Platform.Calendars;

/// <summary>The working calendar: the one shipped, or a newer <c>calendar.json</c> put into the data folder when the next notice is out.</summary>
public static class CalendarFile
{
    /// <exception cref="FormatException">The installation's own file cannot be read: deadlines must not quietly come from an older one.</exception>
    public static WorkCalendar Load(string dataFolder)
    {
        var own = Path.Combine(dataFolder, "calendar.json");
        return WorkCalendar.Parse(File.Exists(own) ? File.ReadAllText(own) : Shipped("data.calendars.cn.json"));
    }

    internal static string Shipped(string resource)
    {
        using var reader = new StreamReader(typeof(CalendarFile).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly."));
        return reader.ReadToEnd();
    }
}

/// <summary>Names of administrative divisions by code.</summary>
public sealed class DivisionNames
{
    private readonly Dictionary<DivisionCode, string> names = [];

    public DivisionNames()
    {
        foreach (var line in CalendarFile.Shipped("data.divisions.divisions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line is not ['#', ..] && line.Split(',') is [var code, var name])
                names[DivisionCode.Parse(code)] = name;
        }
    }

    public int Count => names.Count;

    public string? NameOf(DivisionCode code) => names.GetValueOrDefault(code);

    /// <summary>From the province down: 海岳省（示例） 海岳市 云栖区. Levels without a name of their own (市辖区) are left out.</summary>
    public string FullName(DivisionCode code)
    {
        var parts = new List<string>();
        for (var step = code; step.Level != DivisionLevel.Country; step = step.Parent)
        {
            if (NameOf(step) is { } name and not ("市辖区" or "县" or "省直辖县级行政区划" or "自治区直辖县级行政区划"))
                parts.Insert(0, name);
            if (step.Parent == step)
                break;
        }

        return string.Join(' ', parts);
    }
}
