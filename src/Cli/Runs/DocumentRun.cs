using Luoshi.Cli.Inputs;
using Luoshi.Cli.Output;
using Luoshi.Kernel.Outcomes;
using Luoshi.Reading;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Runs;

/// <summary>Reads (and audits) many documents on all cores and writes the results in the order of the command line.</summary>
internal sealed class DocumentRun(DocumentRequest request)
{
    private readonly ExportLanguage language = request.Language;
    private int failures;

    /// <summary>Works beside the calling thread: only what runs as a task is waited for after Ctrl-C, so that half-written files go.</summary>
    public static Task<int> StartAsync(DocumentRequest request, CancellationToken cancellation) =>
        Task.Run(() => new DocumentRun(request).Run(cancellation), CancellationToken.None);

    private int Run(CancellationToken cancellation)
    {
        var (files, refusals) = InputFinder.Find(request.Paths);
        foreach (var refusal in refusals)
            Tell(refusal);
        if (files.Count == 0)
            return ExitCodes.Failed;
        if (ResultWriter.Refuse(request, files) is { } wrong)
        {
            Tell(wrong);
            return ExitCodes.Failed;
        }

        return Process(files, cancellation);
    }

    private int Process(IReadOnlyList<InputFile> files, CancellationToken cancellation)
    {
        using var progress = new Progress(files.Count, language);
        var conflict = false;
        try
        {
            using var writer = new ResultWriter(request, files);
            if (request.Audit)
                conflict = Audit(files, writer, progress, cancellation);
            else
                ForEach(files, progress, (place, reading) => writer.Write(place, new DocumentReport(reading, Findings: null)), cancellation);
            writer.Complete();
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Results that cannot be written end the run: going on would only repeat the message.
            Tell(new Refusal("output.failed", $"结果写不出去：{error.Message}", $"results cannot be written: {error.Message}", request.Folder));
        }

        progress.Finish(failures);
        return failures > 0 ? ExitCodes.Failed : conflict ? ExitCodes.Conflicts : ExitCodes.Fine;
    }

    // A plan may stand in one document and the result in another, so all are read before any is judged.
    private bool Audit(IReadOnlyList<InputFile> files, ResultWriter writer, Progress progress, CancellationToken cancellation)
    {
        var (places, readings) = (new List<int>(), new List<ReadingResult>());
        ForEach(
            files,
            progress,
            (place, reading) =>
            {
                places.Add(place);
                readings.Add(reading);
            },
            cancellation);
        var (findings, conflict) = (LuoshiReader.Audit(readings), false);
        for (var i = 0; i < readings.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = new DocumentReport(readings[i], findings[i]);
            conflict |= report.HasConflict;
            writer.Write(places[i], report);
        }

        return conflict;
    }

    private void ForEach(IReadOnlyList<InputFile> files, Progress progress, Action<int, ReadingResult> take, CancellationToken cancellation) =>
        OrderedWindow.Run(
            files,
            file =>
            {
                var outcome = SafeReader.Read(file);
                progress.Step();
                return outcome;
            },
            (place, outcome) =>
            {
                if (outcome.TryGet(out var reading, out var refusal))
                    take(place, reading);
                else
                    Tell(refusal);
            },
            cancellation);

    private void Tell(Refusal refusal)
    {
        failures++;
        Progress.ClearLine();
        var place = refusal.Where is { } where ? where + language.In("：", ": ") : "";
        Console.Error.WriteLine(place + language.In(refusal.Chinese, refusal.English));
    }
}
