using System.Globalization;
using System.Net;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Benchmarks.Serving;

namespace Luoshi.Ledger.Benchmarks.Crash;

/// <summary>What a unit's report must say: the last change that was acknowledged.</summary>
/// <param name="Changes">How many changes there were: so many processes the journal must hold.</param>
internal readonly record struct Mark(ReportState State, int Value, int RowVersion, int Changes);

/// <summary>
/// Drives one unit's report round and round over the pages: submitted with a number that grows, approved, accepted, returned.
/// Knows what the server acknowledged, and what was under way when it died.
/// </summary>
internal sealed class ReportTrack(Guid unit, Guid indicator, string period)
{
    public Guid Unit => unit;

    public Guid Indicator => indicator;

    public Guid? Report { get; set; }

    public Mark Acknowledged { get; private set; }

    /// <summary>The change that was sent and not answered; null when there was none.</summary>
    public Mark? UnderWay { get; private set; }

    /// <param name="dying">Cancelled before anything is killed: from then on an error is no answer, before it is a fault.</param>
    public async Task RunAsync(Browser reporter, Browser leader, Browser office, CancellationToken dying)
    {
        while (!dying.IsCancellationRequested)
        {
            UnderWay = Next();
            try
            {
                using var answer = await SendAsync(reporter, leader, office);
                if ((int)answer.StatusCode >= 500 && dying.IsCancellationRequested)
                    return;
                if (answer.StatusCode != HttpStatusCode.Found || answer.Headers.Location?.ToString().StartsWith("/ledger/reports/", StringComparison.Ordinal) != true)
                    throw new InvalidOperationException($"{Acknowledged.State} → {UnderWay?.State} was answered with {answer.StatusCode} {answer.Headers.Location}.");
            }
            catch (HttpRequestException) when (dying.IsCancellationRequested)
            {
                return;
            }

            (Acknowledged, UnderWay) = (UnderWay.Value, null);
            // The first save makes the report; the later steps need its key.
            if (Report is null)
                return;
        }
    }

    /// <summary>Goes on from what the database holds; called once it was found to be right.</summary>
    public void Continue(Mark from) => (Acknowledged, UnderWay) = (from, null);

    private Mark Next() => Acknowledged switch
    {
        { State: ReportState.Draft } mark => mark with { State = ReportState.Submitted, Value = mark.Value + 1, RowVersion = mark.RowVersion + 1, Changes = mark.Changes + 1 },
        { State: ReportState.Submitted } mark => Moved(mark, ReportState.UnitApproved),
        { State: ReportState.UnitApproved } mark => Moved(mark, ReportState.Accepted),
        var mark => Moved(mark, ReportState.Draft),
    };

    private static Mark Moved(Mark mark, ReportState to) => mark with { State = to, RowVersion = mark.RowVersion + 1, Changes = mark.Changes + 1 };

    private Task<HttpResponseMessage> SendAsync(Browser reporter, Browser leader, Browser office)
    {
        var seen = ("seen", Acknowledged.RowVersion.ToString(CultureInfo.InvariantCulture));
        return Acknowledged.State switch
        {
            // A number far from the last one asks for a reason; the first one always is. So does a report that leaves most numbers empty.
            ReportState.Draft => reporter.PostAsync($"/ledger/reports/{unit}/{period}", seen, ($"v-{indicator}", UnderWay!.Value.Value.ToString(CultureInfo.InvariantCulture)), ($"w-{indicator}", "trial"), ("blank", "trial"), ("action", "submit")),
            ReportState.Submitted => MoveAsync(leader, ReportAction.Approve, seen),
            ReportState.UnitApproved => MoveAsync(office, ReportAction.Accept, seen),
            _ => MoveAsync(office, ReportAction.Return, seen),
        };
    }

    private Task<HttpResponseMessage> MoveAsync(Browser who, ReportAction action, (string, string) seen) =>
        who.PostAsync($"/ledger/reports/move/{Report}", seen, ("do", action.ToString()), ("reason", "trial"));
}
