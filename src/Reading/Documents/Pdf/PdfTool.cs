using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Reading.Documents.Pdf;

/// <summary>Runs <c>pdftotext</c> on a copy in a private temporary file, within the limits of time and output.</summary>
internal static class PdfTool
{
    public const string Usual = "pdftotext";

    // pdftotext's exit codes: 1 cannot open, 3 not permitted.
    private const int NotPermitted = 3;

    public static (string Text, Refusal? Failure) Run(Source source, CancellationToken cancel, string program = Usual)
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "in.pdf");
            using (var stream = File.Create(file))
                stream.Write(source.Bytes.Span);
            return RunOn(program, file, source, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Text, Refusal? Failure) RunOn(string program, string file, Source source, CancellationToken cancel)
    {
        using var process = new Process { StartInfo = StartInfo(program, file) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return ("", DocumentRefusals.PdfToolMissing(source.Name));
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(source.Limits.PdfTimeout);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            var text = Drain(process.StandardOutput, source.Limits.MaxCharacters, deadline.Token).GetAwaiter().GetResult();
            if (text is null)
                return ("", DocumentRefusals.TextTooLong(source.Name, source.Limits.MaxCharacters));
            process.WaitForExitAsync(deadline.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 ? (text, null) : ("", FailureOf(process.ExitCode, errors.GetAwaiter().GetResult(), source));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ("", DocumentRefusals.PdfTimeout(source.Name, source.Limits.PdfTimeout));
        }
        finally
        {
            Stop(process);
        }
    }

    private static ProcessStartInfo StartInfo(string program, string file) => new(program)
    {
        ArgumentList = { "-layout", "-enc", "UTF-8", file, "-" },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        UseShellExecute = false,
        CreateNoWindow = true,
    };

    /// <summary>All output, or null when there is more than allowed.</summary>
    private static async Task<string?> Drain(StreamReader output, int limit, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int count;
        while ((count = await output.ReadAsync(buffer, cancel)) > 0)
        {
            if (text.Length + count > limit)
                return null;
            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }

    private static Refusal FailureOf(int exitCode, string errors, Source source) =>
        exitCode == NotPermitted || errors.Contains("password", StringComparison.OrdinalIgnoreCase) || errors.Contains("encrypt", StringComparison.OrdinalIgnoreCase)
            ? DocumentRefusals.Encrypted(source.Name)
            : DocumentRefusals.Broken(source.Name, "PDF");

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the answer.
        }
    }
}
