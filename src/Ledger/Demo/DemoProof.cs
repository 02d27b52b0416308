using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Demo;

/// <summary>Photos of the fictional city's works, and what its inspectors and residents say of the numbers.</summary>
internal sealed class DemoProof(LuoshiDb db, AttachmentStore store, DemoPeople people)
{
    /// <summary>Where the city would lie: in the open sea, so that no photo points at a real place.</summary>
    private static readonly MapPlace City = new(35.51m, 122.64m);

    private int photos;
    private int waiting;
    private Evidence? first;

    /// <summary>Somewhere in the city, the same for an item at every making.</summary>
    public static MapPlace Place(int item) => new(City.Latitude + (item * 0.011m), City.Longitude + (item % 5 * 0.017m));

    /// <summary>A photo for every third line, and for all that wait to be signed: among those one from before the month, one from far away, one used before.</summary>
    public async Task PhotoAsync(UnitReport report, Indicator indicator, int item, CancellationToken cancellation)
    {
        var number = ++photos;
        var odd = report.State is ReportState.Submitted or ReportState.UnitApproved ? ++waiting % 5 : 0;
        if (odd == 0 && number % 3 != 0)
            return;
        if (odd == 3 && first is { } again)
        {
            db.Add(new Evidence { ReportId = report.Id, IndicatorId = indicator.Id, Content = again.Content, FileName = again.FileName });
            return;
        }

        var place = Place(item);
        var day = odd == 1 ? report.Period.FirstDay.AddDays(-40) : report.Period.FirstDay.AddDays(number % 17);
        var away = odd == 2 ? 0.3m : 0.002m;
        var seed = number;
        await AddAsync(report, indicator, seed, DemoPhoto.Make(seed, day.ToDateTime(new TimeOnly(9, number % 60)), place.Latitude + away, place.Longitude), cancellation);
    }

    private async Task AddAsync(UnitReport report, Indicator indicator, int seed, byte[] photo, CancellationToken cancellation)
    {
        var stored = (await store.AddAsync($"现场照片{seed}.jpg", photo, accountId: null, cancellation)).Value;
        var piece = new Evidence { ReportId = report.Id, IndicatorId = indicator.Id, Content = stored.Sha256, FileName = stored.FileName };
        first ??= piece;
        db.Add(piece);
    }

    /// <summary>Half of the headline numbers were looked at by somebody else; one did not hold.</summary>
    public async Task VerifyAsync(IReadOnlyList<(Indicator Indicator, decimal Value)> numbers, Period period, CancellationToken cancellation)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            if (Finding(i) is not { } finding)
                continue;
            var paper = finding.Level == Assessments.Verification.Certified
                ? (await store.AddAsync($"验收证明{i}.jpg", DemoPhoto.Make(1000 + i, period.FirstDay.AddDays(15).ToDateTime(new TimeOnly(10, 0)), City.Latitude, City.Longitude), accountId: null, cancellation)).Value
                : null;
            db.Add(new Voice
            {
                IndicatorId = numbers[i].Indicator.Id,
                Period = period,
                PeriodEnd = period.LastDay,
                Level = finding.Level,
                Value = numbers[i].Value,
                Basis = finding.Basis,
                Evidence = paper?.Sha256,
                FileName = paper?.FileName,
                VerifierPerson = people.InspectorPost,
                VerifierPost = people.InspectorPost,
                At = period.FirstDay.AddDays(19).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
            });
        }
    }

    private static (Assessments.Verification Level, string Basis)? Finding(int number) => (number % 8) switch
    {
        0 => (Assessments.Verification.Inspected, "到现场抽查三处，与上报一致"),
        2 => (Assessments.Verification.Certified, "查阅竣工验收证明"),
        4 => (Assessments.Verification.CitizenConfirmed, "入户访问二十户，十九户认可"),
        6 when number == 14 => (Assessments.Verification.Contradicted, "抽查两处，其中一处尚未开工，与上报不符"),
        _ => null,
    };
}
