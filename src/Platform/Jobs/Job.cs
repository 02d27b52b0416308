using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Jobs;

/// <summary>Work that comes back by the clock. It may be run again after a node died in the middle, so doing it twice must do no harm.</summary>
public abstract class Job
{
    /// <param name="due">The moment it was due, which may lie a while back; not the time it is.</param>
    public abstract Task RunAsync(DateTime due, CancellationToken cancellation);
}

/// <summary>One line of the timetable.</summary>
public sealed record JobEntry(string Name, JobTime Time, Type Job, Words Title);

/// <summary>Where a job stands. The row is also its lease: whoever changes it from the last slot to this one runs it.</summary>
[Unjournalled("what a job changes is journalled by itself")]
internal sealed class JobState
{
    public const int MaxError = 500;

    public required string Name { get; init; }

    /// <summary>The last slot that was carried out.</summary>
    public required DateTime DoneSlot { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public string? Node { get; set; }

    public DateTime? FinishedAt { get; set; }

    public string? Error { get; set; }

    public DateTime? FailedAt { get; set; }

    /// <summary>Failed tries in a row; back to nothing with the first that succeeds.</summary>
    public int Failures { get; set; }
}

internal static class JobModel
{
    public static ModuleModel AddJobs(this ModuleModel model) => model.Table<JobState>("jobs", job => job.HasKey(j => j.Name));
}

public static class JobServices
{
    /// <summary>Puts a job on the timetable: <c>services.AddJob&lt;RemindJob&gt;("ledger.remind", JobTime.Daily(8, 30))</c>.</summary>
    /// <param name="title">What the administrator's page calls it.</param>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, string name, JobTime time, Words? title = null)
        where T : Job =>
        services.AddScoped<T>().AddSingleton(new JobEntry(name, time, typeof(T), title ?? Words.Same(name)));

    internal static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobRunner>()
        .AddHostedService<JobService>();
}
