using System.CommandLine;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Reading.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi user create NAME</c>: the first administrator, or a new one when the last is gone. Prints a password for one sign-in.</summary>
internal static class UserCommand
{
    public static Command Create(ExportLanguage language)
    {
        var user = new Command("user", language.In("账号", "accounts"));
        user.Subcommands.Add(CreateAdministrator(language));
        return user;
    }

    private static Command CreateAdministrator(ExportLanguage language)
    {
        var installation = new Installation(language);
        var name = new Argument<string>("name") { Description = language.In("用户名", "user name") };
        var person = new Option<string>("--person") { Description = language.In("姓名", "the person's name"), DefaultValueFactory = _ => "系统管理员" };
        var unit = new Option<string>("--unit") { Description = language.In("还没有任何单位时，先设立的本级单位", "the unit to set up when there is none yet"), DefaultValueFactory = _ => "本级政府" };
        var command = new Command("create", language.In("新建系统管理员", "create an administrator")) { name, person, unit };
        installation.AddTo(command);
        command.SetAction((parsed, cancellation) => installation.RunAsync(
            parsed,
            async (services, stop) =>
            {
                var outcome = await services.GetRequiredService<FirstAdministrator>()
                    .CreateAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(person), parsed.GetRequiredValue(unit), cancellation: stop);
                if (!outcome.TryGet(out var account, out var refusal))
                    return installation.Refuse(refusal);
                // No server runs here to seal what was just written.
                await services.GetRequiredService<JournalSealer>().SealAllAsync(stop);
                Console.WriteLine(language.In(
                    $"用户名 {account.UserName}，一次性密码 {account.Password}，首次登录时须更换。",
                    $"User name {account.UserName}, password {account.Password}; it must be changed at the first sign-in."));
                return 0;
            },
            cancellation));
        return command;
    }
}
