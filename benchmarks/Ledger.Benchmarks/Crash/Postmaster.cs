using System.Diagnostics;
using System.Globalization;

namespace Luoshi.Ledger.Benchmarks.Crash;

/// <summary>A PostgreSQL cluster of the trials' own, that may be killed as well.</summary>
/// <param name="Folder">Its data directory.</param>
/// <param name="Programs">Where <c>pg_ctl</c> lies.</param>
/// <param name="User">Whom it runs as, when the trials run as somebody else.</param>
internal sealed record Postmaster(string Folder, string Programs, string? User)
{
    /// <summary>SIGKILL to the postmaster; its children notice and end by themselves.</summary>
    public void Kill()
    {
        var line = File.ReadLines(Path.Combine(Folder, "postmaster.pid")).First();
        using var process = Process.GetProcessById(int.Parse(line, CultureInfo.InvariantCulture));
        process.Kill();
        process.WaitForExit();
    }

    /// <exception cref="InvalidOperationException">It does not come back.</exception>
    public void Start()
    {
        // The killed one's children hold the shared memory for a moment; until they are gone the start is refused.
        for (var i = 0; i < 50; i++)
        {
            if (Try())
                return;
            Thread.Sleep(200);
        }

        throw new InvalidOperationException($"PostgreSQL in {Folder} does not start again.");
    }

    private bool Try()
    {
        string[] start = [Path.Combine(Programs, "pg_ctl"), "-D", Folder, "-l", Path.Combine(Folder, "trials.log"), "-w", "-s", "start"];
        string[] all = User is null ? start : ["runuser", "-u", User, "--", .. start];
        using var process = Process.Start(new ProcessStartInfo(all[0], all[1..]) { UseShellExecute = false, WorkingDirectory = "/" });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
