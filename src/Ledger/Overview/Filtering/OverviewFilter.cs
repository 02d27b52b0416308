using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Ledger.Overview.Filtering;

/// <summary>What a unit has to do with the rows looked for.</summary>
internal enum UnitPart
{
    /// <summary>It reports the indicator.</summary>
    Reports,
    Lead,
    Responsible,
    Supporting,
    Any,
}

/// <summary>Where an indicator stands, and how it got there: what people filter by besides the light.</summary>
internal enum RowState
{
    Behind,
    Overdue,
    NotReported,
    TurnedRed,
    Recovered,
    OnTrack,
    Ahead,
    Met,
    NotDue,
    Awaited,
    Unmeasured,
}

/// <summary>Which rows of the ledger are shown. It lives in the address, so that it can be sent, kept and counted.</summary>
internal sealed record OverviewFilter
{
    public const int MaxSearch = 60;

    public Period? Month { get; init; }

    /// <summary>Null for all lists of the month.</summary>
    public Guid? List { get; init; }

    public Light? Light { get; init; }

    public RowState? State { get; init; }

    /// <summary>As it was typed: a name, in full or in short, or an id.</summary>
    public string Unit { get; init; } = "";

    public UnitPart Part { get; init; }

    /// <summary>The units under it too.</summary>
    public bool Below { get; init; }

    /// <summary>分管领导.</summary>
    public Guid? Post { get; init; }

    public Guid? Bundle { get; init; }

    public IndicatorKind? Kind { get; init; }

    public Stage? Stage { get; init; }

    public string Search { get; init; } = "";

    /// <summary>Anything but the month and the list.</summary>
    public bool IsNarrowed => this != new OverviewFilter { Month = Month, List = List };

    public static OverviewFilter From(IQueryCollection query)
    {
        var search = query["q"].ToString().Trim();
        return new OverviewFilter
        {
            Month = Period.TryParse(query["month"].ToString(), out var month) && month.Months == 1 ? month : null,
            List = Id(query["list"]),
            Light = Code<Light>(query["light"]),
            State = Code<RowState>(query["state"]),
            Unit = query["unit"].ToString().Trim(),
            Part = Code<UnitPart>(query["part"]) ?? UnitPart.Reports,
            Below = query["below"] == "1",
            Post = Id(query["post"]),
            Bundle = Id(query["bundle"]),
            Kind = Code<IndicatorKind>(query["kind"]),
            Stage = Code<Stage>(query["stage"]),
            Search = search.Length > MaxSearch ? search[..MaxSearch] : search,
        };
    }

    /// <summary>The page that shows exactly these rows.</summary>
    public string Href(params ReadOnlySpan<(string Key, string? Value)> more)
    {
        var query = Link.Change(QueryString.Empty, [.. Pairs()]);
        return OverviewPaths.Overview + Link.Change(new QueryString(query.Length == 0 ? null : query), more);
    }

    public IEnumerable<(string Key, string? Value)> Pairs() =>
    [
        ("month", Month?.ToString()),
        ("list", List?.ToString()),
        ("light", Code(Light)),
        ("state", Code(State)),
        ("unit", Unit),
        ("part", Unit.Length == 0 || Part == UnitPart.Reports ? null : LocalRules.Code(Part)),
        ("below", Unit.Length > 0 && Below ? "1" : null),
        ("post", Post?.ToString()),
        ("bundle", Bundle?.ToString()),
        ("kind", Code(Kind)),
        ("stage", Code(Stage)),
        ("q", Search),
    ];

    public static string? Code<T>(T? value)
        where T : struct, Enum => value is { } known ? LocalRules.Code(known) : null;

    private static T? Code<T>(Microsoft.Extensions.Primitives.StringValues text)
        where T : struct, Enum
    {
        var code = text.ToString().Replace("_", "", StringComparison.Ordinal);
        return code.Length > 0 && !char.IsAsciiDigit(code[0]) && Enum.TryParse<T>(code, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
    }

    private static Guid? Id(Microsoft.Extensions.Primitives.StringValues text) => Guid.TryParse(text.ToString(), CultureInfo.InvariantCulture, out var id) ? id : null;
}

internal static class OverviewPaths
{
    public const string Overview = "/ledger/overview";
    public const string Units = "/ledger/overview/units";
    public const string Leader = "/ledger/leader";
}
