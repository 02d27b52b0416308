using Luoshi.Ledger.Documents.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Demo;

/// <summary>The published documents of the fictional city, put into an empty library.</summary>
public static class DemoDocuments
{
    private const string Prefix = "demo/";

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var intake = scope.ServiceProvider.GetRequiredService<DocumentIntake>();
        if (!await intake.IsEmptyAsync(cancellation))
            return;
        var assembly = typeof(DemoDocuments).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            await using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, cancellation);
            var outcome = await intake.ReceiveAsync(resource[Prefix.Length..], content, person: "", cancellation);
            if (!outcome.IsOk)
                throw new InvalidOperationException($"The demo document {resource} was refused: {outcome.Refusal.English}");
        }
    }
}
