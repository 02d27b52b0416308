using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Luoshi.Cli.Tests;

/// <summary>The program as a script would call it.</summary>
internal sealed record LuoshiProcess(int Code, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static LuoshiProcess Run(params string[] args) => Feed(input: null, args);

    public static LuoshiProcess Feed(string? input, params string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"luoshi {string.Join(' ', args)} did not end.");
        }

        return new LuoshiProcess(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>Presses Ctrl-C as soon as <paramref name="begun"/> holds.</summary>
    public static int Interrupt(Func<bool> begun, params string[] args)
    {
        using var process = Start(args);
        process.StandardInput.Close();
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        while (!begun() && !process.HasExited)
            Thread.Sleep(1);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"luoshi {string.Join(' ', args)} did not end.");
        }

        return process.ExitCode;
    }

    private static Process Start(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "luoshi.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in (string[])["LUOSHI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"])
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }
}
