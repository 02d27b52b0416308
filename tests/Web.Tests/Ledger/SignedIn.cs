using System.Collections.Concurrent;
using Luoshi.Ledger.Demo.Contracts;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>People of the fictional city at their desks. Signing in is limited, so everybody does it once.</summary>
internal static class SignedIn
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly ConcurrentDictionary<(RunningServer, string), Visitor> Known = [];

    public static async Task<Visitor> AsAsync(RunningServer server, string name)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (Known.TryGetValue((server, name), out var known))
                return known;
            await DemoLedger.FillAsync(server.Services, TestContext.Current.CancellationToken);
            var person = DemoLedger.SignIns.Single(s => s.UserName == name);
            var visitor = new Visitor(server);
            (await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in?to=/ledger"), "form[action^='/sign-in']", ("name", person.UserName), ("password", person.Password))).Address.AbsolutePath.ShouldBe("/ledger");
            return Known[(server, name)] = visitor;
        }
        finally
        {
            Gate.Release();
        }
    }
}
