using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Luoshi.Ledger.Benchmarks.Serving;

/// <summary>The real server in a process of its own, to be measured from outside and to be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly List<string> errors = [];

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first page it answered.</summary>
    public TimeSpan Ready { get; private set; }

    public static async Task<ServerProcess> StartAsync(string program, string data, string? database, int port = 0)
    {
        if (port == 0)
            port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        List<string> args = [program, "serve", "--data", data, "--urls", address.ToString()];
        if (database is not null)
            args.AddRange(["--database", database]);
        var started = Stopwatch.GetTimestamp();
        var running = Process.Start(new ProcessStartInfo("dotnet", args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("The server could not be started.");
        var server = new ServerProcess(running, address);
        try
        {
            await server.WaitAsync(started);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        return server;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private async Task WaitAsync(long started)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended with {process.ExitCode}: {string.Join('\n', errors)}");
            try
            {
                using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    Ready = Stopwatch.GetElapsedTime(started);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("The server did not become ready.");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (errors)
            errors.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
