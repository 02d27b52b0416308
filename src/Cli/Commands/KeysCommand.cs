using System.CommandLine;
using Luoshi.Platform.Identity.Protection;
using Luoshi.Reading.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi keys renew</c>: for an installation whose <c>protection.key</c> is lost for good.</summary>
internal static class KeysCommand
{
    public static Command Create(ExportLanguage language)
    {
        var renew = new Command("renew", language.In("更换密钥：所有人重新登录，动态口令重新设置", "new keys: everybody signs in again and sets up one-time codes anew"));
        var installation = new Installation(language);
        installation.AddTo(renew);
        renew.SetAction((parsed, cancellation) => installation.RunAsync(
            parsed,
            async (services, stop) =>
            {
                var people = await services.GetRequiredService<ProtectionCheck>().RenewAsync(stop);
                Console.WriteLine(language.In($"密钥已更换。需要重新设置动态口令的有 {people} 人；所有人都要重新登录。", $"The keys are new. {people} people set up one-time codes again; everybody signs in anew."));
                return 0;
            },
            cancellation));
        return new Command("keys", language.In("密钥", "the installation's keys")) { renew };
    }
}
