using System.Diagnostics;
using Luoshi.Ledger.Benchmarks.Serving;
using Npgsql;

namespace Luoshi.Ledger.Benchmarks.Crash;

/// <param name="Database">PostgreSQL connection string; null for SQLite in <paramref name="Data"/>.</param>
/// <param name="Postmaster">Killed together with the server when given.</param>
internal sealed record CrashPlan(string Program, string Data, string? Database, int Trials, int Units, Postmaster? Postmaster = null, int Seed = 1);

/// <summary>
/// Reports go round in several units at once over HTTP; at a random moment the server is killed, started again, and every change
/// it had acknowledged must be there, whole, with a journal that verifies.
/// </summary>
internal sealed class CrashTrials(CrashPlan plan, Action<string> tell)
{
    private readonly Random random = new(plan.Seed);
    private readonly Toll toll = new();

    public async Task<Toll> RunAsync()
    {
        await using var installed = await Installed.OpenAsync(plan.Data, plan.Database);
        var tracks = (await new Crew(installed).MakeAsync(plan.Units)).Select(u => new ReportTrack(u.Unit, u.Indicator, "2026-06")).ToList();
        var witness = new Witness(installed);
        var server = await ServerProcess.StartAsync(plan.Program, plan.Data, plan.Database);
        try
        {
            var port = server.Address.Port;
            var people = await PeopleAsync(server.Address);
            for (var trial = 1; trial <= plan.Trials; trial++)
            {
                // Every other time only the database dies: the server has to live through that by itself.
                var kept = plan.Postmaster is not null && trial % 2 == 0;
                var killed = await WorkAsync(kept ? null : server, tracks, people);
                plan.Postmaster?.Start();
                if (kept)
                    await AnswersAsync(people[0]);
                else
                    server = await ServerProcess.StartAsync(plan.Program, plan.Data, plan.Database, port);
                toll.Recoveries.Add(Stopwatch.GetElapsedTime(killed));
                NpgsqlConnection.ClearAllPools();
                await CompareAsync(tracks, witness, trial);
                if (trial % 20 == 0)
                    tell($"{trial} trials, {toll.Acknowledged} changes acknowledged, {toll.Lost} lost");
            }

            foreach (var person in people)
                person.Dispose();
        }
        finally
        {
            server.Dispose();
        }

        return toll;
    }

    /// <summary>Signed in once: a session, too, must outlive the crash.</summary>
    private async Task<Browser[]> PeopleAsync(Uri address)
    {
        string[] names = [Crew.Office, .. Enumerable.Range(0, plan.Units).SelectMany(u => new[] { Crew.Reporter(u), Crew.Leader(u) })];
        var people = new Browser[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            people[i] = new Browser(address);
            await people[i].SignInAsync(names[i], Crew.Password);
        }

        return people;
    }

    /// <returns>The moment of the kill.</returns>
    private async Task<long> WorkAsync(ServerProcess? server, List<ReportTrack> tracks, Browser[] people)
    {
        using var dying = new CancellationTokenSource();
        var work = tracks.Select((track, i) => track.RunAsync(people[1 + (2 * i)], people[2 + (2 * i)], people[0], dying.Token)).ToList();
        var before = tracks.Sum(t => t.Acknowledged.Changes);
        await Task.Delay(random.Next(50, 2000));
        // In the middle of something, not before the first answer of a server that is still warming up.
        while (tracks.Sum(t => t.Acknowledged.Changes) == before && work.Exists(w => !w.IsCompleted))
            await Task.Delay(5);
        await dying.CancelAsync();
        plan.Postmaster?.Kill();
        server?.Kill();
        var killed = Stopwatch.GetTimestamp();
        await Task.WhenAll(work);
        server?.Dispose();
        toll.Trials++;
        toll.Acknowledged += tracks.Sum(t => t.Acknowledged.Changes) - before;
        return killed;
    }

    private static async Task AnswersAsync(Browser person)
    {
        for (var i = 0; i < 300; i++)
        {
            using var answer = await person.GetAsync("/ledger");
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(100);
        }

        throw new TimeoutException("The server did not find back to its database.");
    }

    private async Task CompareAsync(List<ReportTrack> tracks, Witness witness, int trial)
    {
        foreach (var track in tracks)
        {
            var (found, faults) = await witness.OfAsync(track);
            toll.Faults.AddRange(faults.Select(f => $"trial {trial}: {f}"));
            if (found == track.UnderWay)
                toll.UnansweredKept++;
            else if (found != track.Acknowledged)
                Lose(trial, track, found);
            else if (track.UnderWay is not null)
                toll.UnansweredGone++;
            track.Continue(found);
        }

        var journal = await witness.JournalAsync();
        toll.JournalFaults += journal.Faults.Count;
        toll.Faults.AddRange(journal.Faults.Select(f => $"trial {trial}: {f.English}"));
        if (trial == plan.Trials || trial % 20 == 0)
            await VerifyByCommandAsync(trial);
    }

    private void Lose(int trial, ReportTrack track, Mark found)
    {
        toll.Lost += Math.Max(1, track.Acknowledged.Changes - found.Changes);
        toll.Faults.Add($"trial {trial}: acknowledged {track.Acknowledged}, found {found}");
    }

    /// <summary>As an administrator would, while the server runs.</summary>
    private async Task VerifyByCommandAsync(int trial)
    {
        List<string> args = [plan.Program, "journal", "verify", "--data", plan.Data];
        if (plan.Database is { } database)
            args.AddRange(["--database", database]);
        using var process = Process.Start(new ProcessStartInfo("dotnet", args) { UseShellExecute = false, RedirectStandardOutput = true });
        var said = await process!.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            toll.Faults.Add($"trial {trial}: journal verify ended with {process.ExitCode}: {said}");
    }
}
